#include "indexer/readers/mail/quoted_replies.hpp"

#include <algorithm>
#include <array>

#include "common/text/ascii.hpp"
#include "indexer/readers/text/text_blocks.hpp"

namespace findings {
namespace {

// What Outlook, Gmail, Apple Mail and Thunderbird write above the mail they answer.
bool begins_answered_mail(std::string_view line) {
    const std::string folded = lower_case(fold_spaces(line));
    return folded.find("original message-----") != std::string::npos || folded == "________________________________";
}

/// "On 5 March 2024 at 10:12, A. Person <a@b> wrote:"
bool names_quoted(std::string_view line) {
    const std::string folded = lower_case(fold_spaces(line));
    return folded.ends_with("wrote:") && (folded.starts_with("on ") || folded.find('@') != std::string::npos);
}

bool begins_forwarded_mail(std::string_view line) {
    const std::string folded = lower_case(fold_spaces(line));
    return folded.find("forwarded message") != std::string::npos || folded == "begin forwarded message:";
}

void append_line(std::string& text, std::string_view line) { text.append(line).push_back('\n'); }

// What mail programs call the element around an answered mail. Source: Gmail, Outlook, Thunderbird, Yahoo.
constexpr auto kQuoteMarks =
    std::to_array<std::string_view>({"gmail_quote", "gmail_extra", "yahoo_quoted", "moz-cite-prefix", "divrplyfwdmsg",
                                     "appendonsend", "outlookmessageheader", "type=\"cite\"", "type=cite"});

/// Where the element begins in which the answered mail stands.
std::size_t find_quote(std::string_view page) {
    const std::string folded = lower_case(page);
    std::size_t first = std::string::npos;
    for (const std::string_view mark : kQuoteMarks) {
        for (std::size_t at = folded.find(mark); at != std::string::npos; at = folded.find(mark, at + 1)) {
            const std::size_t open = folded.rfind('<', at);
            if (open == std::string::npos || folded.find('>', open) < at) continue;
            first = std::min(first, open);
            break;
        }
    }
    return first;
}

}  // namespace

MailText part_plain_mail(std::string_view text, bool forwarded) {
    MailText mail;
    bool answered = false;
    bool signature = false;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        const std::string_view line = text.substr(0, end);
        text = end == std::string_view::npos ? std::string_view{} : text.substr(end + 1);
        if (begins_forwarded_mail(line)) forwarded = true;
        if (line == "-- " || line == "--") signature = true;
        if (!forwarded && begins_answered_mail(line)) answered = true;
        const bool attribution = names_quoted(line) && fold_spaces(text).starts_with('>');
        // A forwarded mail may be quoted with ">": its text counts.
        const bool quoted = !forwarded && (line.starts_with('>') || attribution);
        if (answered || signature || quoted)
            append_line(mail.quoted, line.substr(std::min(line.find_first_not_of("> "), line.size())));
        else
            append_line(mail.own, forwarded && line.starts_with('>')
                                      ? line.substr(std::min(line.find_first_not_of("> "), line.size()))
                                      : line);
    }
    // Nothing but a quotation: then that is what there is.
    if (!has_words(mail.own)) return {std::move(mail.quoted), {}};
    return mail;
}

MailText part_html_mail(std::string_view page, bool forwarded) {
    const std::size_t quote = find_quote(page);
    if (forwarded || quote == std::string::npos ||
        lower_case(page.substr(quote)).find("forwarded message") != std::string::npos)
        return {std::string(page), {}};
    return {std::string(page.substr(0, quote)), std::string(page.substr(quote))};
}

bool is_forwarded(std::string_view subject) {
    const std::string folded = lower_case(fold_spaces(subject));
    return folded.starts_with("fwd:") || folded.starts_with("fw:");
}

}  // namespace findings
