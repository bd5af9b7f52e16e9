#include "indexer/readers/read_source.hpp"

#include <algorithm>
#include <exception>
#include <new>
#include <stdexcept>
#include <string>
#include <utility>

#include "indexer/encoding/decode.hpp"
#include "indexer/readers/bytes/raised_marks.hpp"
#include "indexer/readers/bytes/recognise.hpp"
#include "indexer/readers/bytes/source_stream.hpp"
#include "indexer/readers/bytes/tidy.hpp"
#include "indexer/readers/html/html_reader.hpp"
#include "indexer/readers/html/placeholder.hpp"
#include "indexer/readers/json/json_reader.hpp"
#include "indexer/readers/mail/mail_reader.hpp"
#include "indexer/readers/office/office_reader.hpp"
#include "indexer/readers/pdf/pdf_reader.hpp"
#include "indexer/readers/text/character_references.hpp"
#include "indexer/readers/text/front_matter.hpp"
#include "indexer/readers/text/markdown_blocks.hpp"
#include "indexer/readers/text/text_blocks.hpp"

namespace findings {
namespace {

void read_prose(std::string_view text, RawArticle& article) {
    const std::string_view body = take_front_matter(text, article);
    if (article.type == ContentType::markdown)
        split_markdown(drop_bracketed_marks(body), article);
    else
        article.blocks = split_text(plain_text(body));
}

/// Text, Markdown and HTML: everything that is characters before it is anything else.
void read_characters(std::string_view bytes, ContentType type, const ReadSink& sink) {
    if (looks_binary(bytes))
        return sink.rejection({{}, RejectionReason::binary, "it holds NUL bytes or control characters"});
    const std::string charset = type == ContentType::html ? find_declared_charset(bytes) : "";
    const auto decoded = decode_text(bytes, charset);
    if (!decoded)
        return sink.rejection(
            {{}, RejectionReason::undecodable, "not UTF-8, UTF-16, Windows-1252 or another known encoding"});
    const std::string text = tidy_text(decoded->text);
    if (text.find_first_not_of(" \t\n") == std::string::npos)
        return sink.rejection({{}, RejectionReason::empty, "only white space"});
    RawArticle article;
    article.type = type;
    if (type == ContentType::html)
        read_html(text, article);
    else
        read_prose(text, article);
    if (!article.has_text())
        return sink.rejection({{},
                               RejectionReason::no_text,
                               type == ContentType::html ? "an HTML page without article text" : "no words"});
    if (const std::string said = find_placeholder(article); !said.empty())
        return sink.rejection({{}, RejectionReason::placeholder, "it only says “" + said + "”"});
    sink.article(std::move(article));
}

/// The most that is read of a file which is not streamed: what holds pictures may be larger than its text, others not
/// by much.
std::uint64_t max_file_bytes(ContentType type, const ReaderLimits& limits) {
    const std::uint64_t quarter = limits.memory_bytes / 4;
    const bool text = type == ContentType::text || type == ContentType::markdown || type == ContentType::html;
    return text ? std::min(quarter, limits.text_bytes) : quarter;
}

void read_bytes(std::string_view bytes, const NamedType& name, const ReaderLimits& limits, const ReadSink& sink);

/// Most pictures in a mail are logos and signatures: one without text is no failure.
bool read_attached_picture(std::string_view bytes, const ReaderLimits& limits, const ReadSink& sink) {
    bool read = false;
    if (limits.page_reader == nullptr) return read;
    const ReadSink articles_alone{[&](RawArticle&& article) {
                                      read = true;
                                      sink.article(std::move(article));
                                  },
                                  [](Rejection&&) {}};
    read_picture(bytes, limits, articles_alone);
    return read;
}

/// A file attached to a mail is read as a file of that name is; false for a type that is not read.
bool read_attachment(std::string_view bytes, const std::string& file, const ReaderLimits& limits,
                     const ReadSink& sink) {
    std::optional<NamedType> name = name_type(file);
    if (!name || name->gzip) return false;
    name = name_as_opened(bytes.substr(0, kHeadBytes), *name);
    if (bytes.empty()) {
        sink.rejection({{}, RejectionReason::empty, "0 bytes"});
    } else if (const auto mismatch = find_mismatch(bytes.substr(0, kHeadBytes), *name)) {
        sink.rejection({{}, RejectionReason::mismatch, *mismatch});
    } else {
        // Both readers take lines and arrays as what they are.
        if (name->type == ContentType::json_lines) name->type = ContentType::json;
        if (name->type == ContentType::image) return read_attached_picture(bytes, limits, sink);
        read_bytes(bytes, *name, limits, sink);
    }
    return true;
}

/// A file that stands in memory and is what its name says.
void read_bytes(std::string_view bytes, const NamedType& name, const ReaderLimits& limits, const ReadSink& sink) {
    if (name.type == ContentType::pdf) return read_pdf(bytes, limits, sink);
    if (name.type == ContentType::image) return read_picture(bytes, limits, sink);
    if (name.type == ContentType::json) return read_json(bytes, limits, sink);
    if (name.type == ContentType::office) return read_office(bytes, name, limits, sink);
    if (name.type == ContentType::mail)
        return read_mail(
            bytes, name,
            [&limits](std::string_view attached, const std::string& file, const ReadSink& attached_sink) {
                return read_attachment(attached, file, limits, attached_sink);
            },
            sink);
    read_characters(bytes, name.type, sink);
}

void read_content(SourceStream& stream, const NamedType& said, const ReaderLimits& limits, const ReadSink& sink) {
    const std::string_view head = stream.peek(kHeadBytes);
    if (stream.failure() && head.empty()) return sink.rejection(Rejection(*stream.failure()));
    if (head.empty()) return sink.rejection({{}, RejectionReason::empty, "0 bytes"});
    if (said.gzip != stream.compressed())
        return sink.rejection({{},
                               RejectionReason::mismatch,
                               said.gzip ? "not gzip data, though named .gz" : "gzip data named " + said.extension});
    const NamedType name = name_as_opened(head, said);
    const auto mismatch = find_mismatch(head, name);
    const bool blank = head.size() < kHeadBytes && tidy_text(head).find_first_not_of(" \t\n") == std::string::npos;
    if (blank) return sink.rejection({{}, RejectionReason::empty, "only white space"});
    if (mismatch) return sink.rejection({{}, RejectionReason::mismatch, *mismatch});
    if (name.type == ContentType::json_lines) return read_json_lines(stream, limits, sink);
    const std::string bytes = stream.read_all(max_file_bytes(name.type, limits));
    if (stream.failure()) return sink.rejection(Rejection(*stream.failure()));
    read_bytes(bytes, name, limits, sink);
}

/// `source`: a path or a descriptor.
template <typename Source>
void read_any_source(Source source, const std::filesystem::path& path, const ReaderLimits& limits,
                     const ReadSink& sink) {
    try {
        SourceStream stream(source);
        const auto name = name_type(path);
        if (!name)
            return sink.rejection(
                {{}, RejectionReason::unsupported, "no reader for \"" + path.extension().string() + "\" files"});
        if (stream.failure()) return sink.rejection(Rejection(*stream.failure()));
        read_content(stream, *name, limits, sink);
    } catch (const std::bad_alloc&) {
        sink.rejection({{},
                        RejectionReason::too_large,
                        "it needs more than " + std::to_string(limits.memory_bytes >> 20U) + " MiB of memory"});
    } catch (const std::length_error&) {
        sink.rejection({{}, RejectionReason::too_large, "a text longer than a string can be"});
    } catch (const std::exception& error) {
        // A bug of ours or of a parser's: still one file's loss, and named, so that it can be reported.
        sink.rejection({{}, RejectionReason::corrupt, std::string("the reader failed: ") + error.what()});
    }
}

}  // namespace

void read_source(const std::filesystem::path& path, const ReaderLimits& limits, const ReadSink& sink) {
    read_any_source<const std::filesystem::path&>(path, path, limits, sink);
}

void read_open_source(int fd, const std::filesystem::path& path, const ReaderLimits& limits, const ReadSink& sink) {
    read_any_source<int>(fd, path, limits, sink);
}

}  // namespace findings
