#include "indexer/readers/mail/mail_reader.hpp"

#include <algorithm>
#include <optional>
#include <utility>

#include "common/text/ascii.hpp"
#include "common/text/count_noun.hpp"
#include "indexer/encoding/decode.hpp"
#include "indexer/readers/bytes/tidy.hpp"
#include "indexer/readers/html/html_reader.hpp"
#include "indexer/readers/mail/mail_message.hpp"
#include "indexer/readers/mail/quoted_replies.hpp"
#include "indexer/readers/text/text_blocks.hpp"

namespace findings {
namespace {

// A mail in a mail in a mail.
constexpr int kMaxMailDepth = 5;

std::string one_line(std::string_view text) { return fold_spaces(tidy_text(text)); }

std::string text_of_part(const MailPart& part) {
    const auto decoded = decode_text(part.bytes, part.charset);
    return decoded ? tidy_text(decoded->text) : std::string();
}

void add_boilerplate(std::vector<Block>&& blocks, RawArticle& article) {
    for (Block& block : blocks) article.blocks.push_back({BlockRole::boilerplate, 0, std::move(block.text)});
}

class MailGiver {
  public:
    MailGiver(const NamedType& name, const ReadAttachment& read_attachment, const ReadSink& sink)
        : name_(name), read_attachment_(read_attachment), sink_(sink) {}

    void give_file(std::string_view bytes) {
        // Some programs save one mail with the line of a mailbox above it.
        const bool mailbox = name_.extension == ".mbox" || bytes.starts_with("From ");
        if (mailbox) next_line_ = 1;
        MailFile file(bytes, mailbox);
        std::size_t messages = 0;
        while (std::optional<MailMessage> mail = file.next()) {
            ++messages;
            give(*mail, mailbox ? next_line_++ : 0, 0);
        }
        if (messages == 0) sink_.rejection({{}, RejectionReason::corrupt, "no mail can be read from it"});
    }

    void give_page(std::string_view bytes) {
        MailFile file(bytes, false);
        const std::optional<MailMessage> saved = file.next();
        if (!saved) return sink_.rejection({{}, RejectionReason::corrupt, "no page can be read from it"});
        const auto page = std::find_if(saved->parts.begin(), saved->parts.end(), [](const MailPart& part) {
            return part.type == "text/html" || part.type == "application/xhtml+xml";
        });
        if (page == saved->parts.end())
            return sink_.rejection({{}, RejectionReason::no_text, "a saved page without a page of text in it"});
        RawArticle article;
        article.type = ContentType::html;
        read_html(text_of_part(*page), article);
        if (!article.has_text())
            return sink_.rejection({{}, RejectionReason::no_text, "an HTML page without article text"});
        const std::string& address = saved->address.empty() ? page->location : saved->address;
        // Behind what the page says of itself.
        if (address.find("://") != std::string::npos && !address.starts_with("cid:"))
            article.metadata.emplace_back("canonical", one_line(address));
        sink_.article(std::move(article));
    }

  private:
    void give(const MailMessage& mail, std::size_t line, int depth) {
        RawArticle article;
        article.type = ContentType::mail;
        article.line = line;
        article.title = one_line(mail.subject);
        if (std::string sender = one_line(mail.sender); !sender.empty())
            article.metadata.emplace_back("mail:from", std::move(sender));
        if (!mail.date.empty()) article.metadata.emplace_back("date", mail.date);
        read_body(mail, article);
        if (mail.encrypted > 0)
            article.warnings.push_back(count_noun(mail.encrypted, "encrypted part", "encrypted parts") + ", not read");
        if (mail.too_deep) article.warnings.emplace_back("parts nested too deep, not read");
        if (mail.unparted) article.warnings.emplace_back("the line that parts its parts is missing: read as one text");
        std::size_t given = 0;
        for (const MailPart& part : mail.parts)
            if (part.attached) given += give_attachment(mail, part, article, depth) ? 1 : 0;
        if (article.has_text()) return sink_.article(std::move(article));
        // A mail that only carries a report needs no article of its own.
        if (given > 0) return;
        if (mail.encrypted > 0) return sink_.rejection({{}, RejectionReason::encrypted, "the mail is encrypted", line});
        if (mail.too_deep)
            return sink_.rejection({{}, RejectionReason::corrupt, "its parts are nested too deep", line});
        sink_.rejection({{}, RejectionReason::no_text, "a mail without text", line});
    }

    static void read_body(const MailMessage& mail, RawArticle& article) {
        const bool forwarded = is_forwarded(mail.subject);
        // The same text as a page keeps its tables; some programs leave it empty.
        bool has_page = false;
        for (const MailPart& part : mail.parts) {
            if (part.attached || part.type != "text/html") continue;
            const MailText text = part_html_mail(text_of_part(part), forwarded);
            RawArticle page;
            page.title = "-";  // a mail's title is its subject
            read_html(text.own, page);
            if (!page.has_text()) continue;
            has_page = true;
            for (Block& block : page.blocks) article.blocks.push_back(std::move(block));
            RawArticle answered;
            answered.title = "-";
            if (!text.quoted.empty()) read_html(text.quoted, answered);
            add_boilerplate(std::move(answered.blocks), article);
        }
        for (const MailPart& part : mail.parts) {
            if (part.attached || !part.type.starts_with("text/") || part.type == "text/html" ||
                part.type == "text/calendar" || (has_page && part.alternative))
                continue;
            const MailText text = part_plain_mail(text_of_part(part), forwarded);
            for (Block& block : split_text(plain_text(text.own))) article.blocks.push_back(std::move(block));
            add_boilerplate(split_text(plain_text(text.quoted)), article);
        }
    }

    /// True when something of it is searchable.
    bool give_attachment(const MailMessage& mail, const MailPart& part, RawArticle& whole, int depth) {
        const std::string name = part.name.empty() ? part.type : one_line(part.name);
        if (part.is_mail) {
            MailFile file(part.bytes, false);
            std::optional<MailMessage> inner = depth < kMaxMailDepth ? file.next() : std::nullopt;
            if (inner) {
                give(*inner, take_line(), depth + 1);
                return true;
            }
            whole.warnings.push_back("attached mail " + name + ", not read");
            return false;
        }
        std::size_t given = 0;
        const ReadSink attached{[&](RawArticle&& article) {
                                    ++given;
                                    article.line = take_line();
                                    name_mail(mail, name, article);
                                    sink_.article(std::move(article));
                                },
                                [&](Rejection&& rejection) {
                                    rejection.line = take_line();
                                    rejection.detail = "attachment " + name + ": " + rejection.detail;
                                    sink_.rejection(std::move(rejection));
                                }};
        if (!read_attachment_(part.bytes, part.name, attached))
            whole.warnings.push_back("attachment " + name + ", not read");
        return given > 0;
    }

    static void name_mail(const MailMessage& mail, const std::string& name, RawArticle& article) {
        const std::string subject = one_line(mail.subject);
        article.metadata.emplace_back("attachment:name", name);
        article.metadata.emplace_back("attachment:mail", subject);
        std::string line = "Attachment " + name + " of the mail \u201c" + subject + "\u201d";
        if (const std::string sender = one_line(mail.sender); !sender.empty()) line += " from " + sender;
        if (!mail.date.empty()) line += ", " + mail.date.substr(0, 10);
        article.blocks.push_back({BlockRole::boilerplate, 0, std::move(line)});
    }

    std::size_t take_line() {
        if (next_line_ == 0) next_line_ = 1;
        return next_line_++;
    }

    const NamedType& name_;
    const ReadAttachment& read_attachment_;
    const ReadSink& sink_;
    std::size_t next_line_ = 0;
};

}  // namespace

void read_mail(std::string_view bytes, const NamedType& name, const ReadAttachment& read_attachment,
               const ReadSink& sink) {
    MailGiver giver(name, read_attachment, sink);
    if (name.extension == ".mht" || name.extension == ".mhtml") return giver.give_page(bytes);
    giver.give_file(bytes);
}

}  // namespace findings
