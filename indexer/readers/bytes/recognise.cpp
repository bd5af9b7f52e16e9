#include "indexer/readers/bytes/recognise.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "common/text/ascii.hpp"
#include "indexer/article/file_types.hpp"

namespace findings {
namespace {

struct Magic {
    std::string_view bytes;
    std::string_view what;
};
// Types that are saved under a wrong name in practice. Source: file(1)'s magic database. PDF and HTML have
// rules of their own below, because they need not begin with the first byte.
constexpr std::array kMagics{
    Magic{"\x89PNG\r\n\x1a\n", "a PNG image"},
    Magic{"\xff\xd8\xff", "a JPEG image"},
    Magic{"GIF87a", "a GIF image"},
    Magic{"GIF89a", "a GIF image"},
    Magic{"II*\0", "a TIFF image"},
    Magic{{"MM\0*", 4}, "a TIFF image"},
    Magic{"PK\x03\x04", "a ZIP archive (or an Office document)"},
    Magic{kOleMark, "an old Office document"},
    Magic{"{\\rtf", "an RTF document"},
    Magic{"\x1f\x8b", "gzip data"},
    Magic{"BZh", "bzip2 data"},
    Magic{"\xfd"
          "7zXZ",
          "xz data"},
    Magic{"\x28\xb5\x2f\xfd", "Zstandard data"},
    Magic{"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"},
    Magic{"Rar!\x1a\x07", "a RAR archive"},
    Magic{"\x7f"
          "ELF",
          "a program"},
    Magic{"SQLite format 3", "an SQLite database"},
    Magic{"%!PS", "a PostScript document"},
    Magic{"bplist00WebMainResource", "a Safari web archive"},
    Magic{"MIME-Version:", "a saved mail or MHTML page"},
};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Readable as ASCII: a UTF-16 head with its NULs taken out, without byte order mark.
std::string plain_head(std::string_view head) {
    for (std::string_view mark : {"\xef\xbb\xbf", "\xff\xfe", "\xfe\xff"})
        if (head.starts_with(mark)) head.remove_prefix(mark.size());
    std::string plain;
    for (char c : head)
        if (c != '\0') plain.push_back(lower(c));
    return plain;
}

/// Past white space, comments and the XML prolog.
std::string_view skip_prolog(std::string_view text) {
    for (;;) {
        text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n\f"), text.size()));
        const std::string_view end = text.starts_with("<!--") ? "-->" : text.starts_with("<?xml") ? "?>" : "";
        if (end.empty()) return text;
        const std::size_t at = text.find(end);
        if (at == std::string_view::npos) return {};
        text.remove_prefix(at + end.size());
    }
}

/// A whole HTML page, as opposed to text with a tag in it.
bool is_html_page(std::string_view plain) {
    const std::string_view text = skip_prolog(plain);
    return text.starts_with("<!doctype html") || text.starts_with("<html") || text.starts_with("<head") ||
           text.starts_with("<body");
}

bool has_tags(std::string_view plain) {
    for (std::size_t at = plain.find('<'); at != std::string_view::npos; at = plain.find('<', at + 1)) {
        const char next = at + 1 < plain.size() ? plain[at + 1] : ' ';
        if ((next >= 'a' && next <= 'z') || next == '/' || next == '!' || next == '?') return true;
    }
    return false;
}

bool is_json(std::string_view plain) {
    const std::size_t first = plain.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && (plain[first] == '{' || plain[first] == '[');
}

/// A PDF may have a line of junk before its header. Source: PDF reference 1.7, appendix H, note 13.
bool is_pdf(std::string_view head) { return head.substr(0, 1024).find("%PDF-") != std::string_view::npos; }

/// What the head is when it is none of the types this product reads; empty when unknown.
std::string_view find_magic(std::string_view head) {
    for (const Magic& magic : kMagics)
        if (head.starts_with(magic.bytes)) return magic.what;
    if (head.size() > 8 && head.substr(4).starts_with("ftyp")) return "a film or photograph";
    return head.starts_with("RIFF") ? "a sound, film or image file" : "";
}

/// Whether the head is that of an office program's file of this extension, as far as a head tells: what is inside a ZIP
/// archive its reader knows. Files that ask for a password are old Office documents outside.
bool is_office_head(std::string_view head, std::string_view extension) {
    const bool old = head.starts_with(kOleMark);
    const bool rich = head.starts_with("{\\rtf");
    if (extension == ".rtf") return rich;
    if (extension == ".doc" && rich) return true;
    return head.starts_with("PK\x03\x04") || old;
}

/// Whether the head is a mail's: the line of a mailbox, or a header's name and its colon.
bool is_mail_head(std::string_view head) {
    if (head.starts_with("\xef\xbb\xbf")) head.remove_prefix(3);
    head.remove_prefix(std::min(head.find_first_not_of("\r\n"), head.size()));
    if (head.starts_with("From ")) return true;
    const std::size_t end = head.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
    return end != std::string_view::npos && end > 1 && head[end] == ':' && head.substr(0, end) != "http" &&
           head.substr(0, end) != "https";
}

std::string_view describe(std::string_view head, std::string_view plain) {
    if (is_pdf(head) && !is_html_page(plain)) return "a PDF document";
    if (const std::string_view magic = find_magic(head); !magic.empty()) return magic;
    if (is_html_page(plain)) return "an HTML page";
    return "";
}

}  // namespace

std::optional<NamedType> name_type(const std::filesystem::path& path) {
    NamedType name;
    std::filesystem::path stem = path.filename();
    if (lower_case(stem.extension().string()) == ".gz") {
        name.gzip = true;
        stem = stem.stem();
    }
    name.extension = lower_case(stem.extension().string());
    const FileType* row = find_file_type(name.extension);
    if (row == nullptr) return std::nullopt;
    name.type = row->type;
    return name;
}

NamedType name_as_opened(std::string_view head, const NamedType& name) {
    if (name.extension != ".doc") return name;
    const std::string plain = plain_head(head);
    if (is_html_page(plain)) return {ContentType::html, name.gzip, ".html"};
    if (plain.starts_with("mime-version:")) return {ContentType::mail, name.gzip, ".mht"};
    return name;
}

std::optional<std::string> find_mismatch(std::string_view head, const NamedType& name) {
    const std::string plain = plain_head(head);
    std::string_view what = describe(head, plain);
    switch (name.type) {
        case ContentType::pdf:
            if (what == "a PDF document") return std::nullopt;
            if (what.empty() && is_json(plain)) what = "JSON";
            if (what.empty()) what = "no PDF document";
            break;
        case ContentType::html:
            if (what == "an HTML page") return std::nullopt;
            if (what.empty() && is_json(plain) && !has_tags(plain)) what = "JSON";
            if (what.empty() && !has_tags(plain)) what = "plain text";
            break;
        case ContentType::office:
            if (name.extension == ".csv") break;
            if (is_office_head(head, name.extension)) return std::nullopt;
            if (what.empty()) what = is_json(plain) ? "JSON" : has_tags(plain) ? "markup" : "something else";
            break;
        case ContentType::mail:
            if (is_mail_head(head)) return std::nullopt;
            if (what.empty()) what = "no mail";
            break;
        case ContentType::image:
            // Any kind of picture under the name of any other: all are read by their content.
            if (what.ends_with(" image") || head.starts_with("BM")) return std::nullopt;
            if (what.empty()) what = is_json(plain) ? "JSON" : has_tags(plain) ? "markup" : "no picture";
            break;
        case ContentType::table:
        case ContentType::json:
        case ContentType::json_lines:
        case ContentType::text:
        case ContentType::markdown:
            break;
    }
    if (what.empty()) return std::nullopt;
    return std::string(what) + " named " + name.extension;
}

std::string find_declared_charset(std::string_view head) {
    const std::string plain = lower_case(head.substr(0, kHeadBytes));
    for (std::string_view key : {"charset", "encoding"}) {
        std::size_t at = plain.find(key);
        while (at != std::string::npos) {
            const std::size_t open = plain.rfind('<', at);
            const std::string_view tag = open == std::string::npos ? "" : std::string_view(plain).substr(open);
            at = plain.find_first_not_of(" \t\r\n", at + key.size());
            if (at == std::string::npos) break;
            if (plain[at] == '=' && (tag.starts_with("<meta") || tag.starts_with("<?xml"))) {
                at = plain.find_first_not_of(" \t\r\n\"'", at + 1);
                if (at == std::string::npos) break;
                const std::size_t end = plain.find_first_of(" \t\r\n\"';/>?", at);
                return plain.substr(at, end - at);
            }
            at = plain.find(key, at);
        }
    }
    return {};
}

}  // namespace findings
