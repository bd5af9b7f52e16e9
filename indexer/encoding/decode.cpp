#include "indexer/encoding/decode.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>

#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include "common/text/ascii.hpp"
#include "common/text/code_points.hpp"
#include "indexer/encoding/windows_1252.hpp"

namespace findings {
namespace {

struct ByteOrderMark {
    std::string_view bytes;
    const char* charset;
};
// UTF-32 first: its little-endian mark begins with UTF-16's.
constexpr std::array kByteOrderMarks{
    ByteOrderMark{{"\xff\xfe\0\0", 4}, "UTF-32LE"}, ByteOrderMark{{"\0\0\xfe\xff", 4}, "UTF-32BE"},
    ByteOrderMark{{"\xef\xbb\xbf", 3}, "UTF-8"},    ByteOrderMark{{"\xff\xfe", 2}, "UTF-16LE"},
    ByteOrderMark{{"\xfe\xff", 2}, "UTF-16BE"},
};

/// Enough for a verdict; a file of 50 MB need not be counted whole.
constexpr std::size_t kSampleBytes = 64U << 10U;

/// How the bytes beyond ASCII behave as UTF-8.
struct Utf8Census {
    std::size_t sequences = 0;  ///< well-formed characters of two bytes or more
    std::size_t strays = 0;     ///< bytes that belong to none
};

Utf8Census take_census(std::string_view bytes) {
    Utf8Census census;
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    for (std::size_t i = 0; i < bytes.size();) {
        if (data[i] < 0x80) {
            ++i;
            continue;
        }
        std::size_t next = i;
        UChar32 c = 0;
        U8_NEXT(data, next, bytes.size(), c);
        c < 0 ? ++census.strays : ++census.sequences;
        i = c < 0 ? i + 1 : next;
    }
    return census;
}

/// UTF-16 without a mark: English in UTF-16 has NULs in every second byte and hardly any in the others.
const char* guess_utf16(std::string_view bytes) {
    const std::string_view sample = bytes.substr(0, kSampleBytes);
    if (sample.size() < 4) return nullptr;
    std::array<std::size_t, 2> nuls{};
    for (std::size_t i = 0; i < sample.size(); ++i) nuls[i % 2] += sample[i] == '\0' ? 1U : 0U;
    const std::size_t pairs = sample.size() / 2;
    if (nuls[1] * 10 > pairs * 6 && nuls[0] * 50 < pairs) return "UTF-16LE";
    if (nuls[0] * 10 > pairs * 6 && nuls[1] * 50 < pairs) return "UTF-16BE";
    return nullptr;
}

/// The Web's reading of charset names: Latin-1 and ASCII mean Windows-1252, and a page whose declaration
/// could be read as ASCII is not UTF-16. Source: WHATWG Encoding Standard, section 4.2.
std::string web_charset(std::string_view declared) {
    std::string name = lower_case(declared);
    if (name == "iso-8859-1" || name == "latin1" || name == "latin-1" || name == "ascii" || name == "us-ascii")
        return "windows-1252";
    return name.starts_with("utf-16") || name.starts_with("utf-32") ? "utf-8" : name;
}

/// Through ICU's converter; nullopt when it knows no such charset or more than one character in a hundred is
/// not in it.
std::optional<std::string> convert(std::string_view bytes, const char* charset) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(ucnv_open(charset, &status), &ucnv_close);
    if (U_FAILURE(status)) return std::nullopt;
    std::string text;
    const char* source = bytes.data();
    const char* const end = source + bytes.size();
    std::array<UChar, 4096> units{};
    std::size_t bad = 0;
    std::size_t total = 0;
    do {
        status = U_ZERO_ERROR;
        UChar* target = units.data();
        ucnv_toUnicode(converter.get(), &target, units.data() + units.size(), &source, end, nullptr, true, &status);
        if (U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR) return std::nullopt;
        const auto count = static_cast<std::int32_t>(target - units.data());
        bad += static_cast<std::size_t>(std::count(units.data(), target, u'\ufffd'));
        total += static_cast<std::size_t>(count);
        icu::UnicodeString(false, units.data(), count).toUTF8String(text);
    } while (status == U_BUFFER_OVERFLOW_ERROR);
    if (bad * 100 > total) return std::nullopt;
    return text;
}

UChar32 windows_1252(char byte) {
    const auto value = static_cast<unsigned char>(byte);
    if (value < 0x80 || value >= 0xa0) return value;
    const char16_t mapped = kWindows1252[value - 0x80U];
    return mapped == 0 ? 0xfffd : mapped;
}

/// Reads well-formed UTF-8 as such and every other byte as Windows-1252: what editors leave when a paragraph
/// is pasted from an older program.
std::string decode_mixed(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 16);
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    for (std::size_t i = 0; i < bytes.size();) {
        std::size_t next = i;
        UChar32 c = 0;
        U8_NEXT(data, next, bytes.size(), c);
        if (c < 0) {
            c = windows_1252(bytes[i]);
            next = i + 1;
        }
        append_utf8(text, c);
        i = next;
    }
    return text;
}

std::optional<std::string> decode_windows_1252(std::string_view bytes) {
    std::size_t high = 0;
    std::size_t holes = 0;
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 16);
    for (char byte : bytes) {
        const UChar32 c = windows_1252(byte);
        high += static_cast<unsigned char>(byte) >= 0x80 ? 1U : 0U;
        holes += c == 0xfffd ? 1U : 0U;
        append_utf8(text, c);
    }
    // English has a few quotes and dashes; above three in ten the bytes are another script's. In a line or
    // two the share says nothing.
    if (holes > 0 || (high > 20 && high * 10 > bytes.size() * 3)) return std::nullopt;
    return text;
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_gap(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '('; }
bool is_end(char c) { return is_gap(c) || c == '.' || c == ',' || c == ';' || c == ':' || c == '?' || c == ')'; }

/// What a byte beyond ASCII says, by the characters beside it, about the code page of an English text: above 0
/// for Mac Roman, below 0 for Windows-1252, 0 for neither.
int weigh_mac_roman(char before, unsigned char byte, char after) {
    switch (byte) {
        case 0xd5:  // Mac ’, Windows Õ
            return is_lower(before) && (is_lower(after) || is_end(after)) ? 1 : 0;
        case 0xd2:  // Mac “, Windows Ò
        case 0xd4:  // Mac ‘, Windows Ô
            return is_gap(before) && is_letter(after) ? 1 : 0;
        case 0xd3:  // Mac ”, Windows Ó
            return !is_gap(before) && is_end(after) ? 1 : 0;
        case 0xd0:  // Mac –, Windows Ð
        case 0xd1:  // Mac —, Windows Ñ
            return is_gap(before) && is_gap(after) ? 1 : 0;
        case 0xc9:  // Mac …, Windows É
            return is_lower(before) && is_end(after) ? 1 : 0;
        case 0xa5:  // Mac •, Windows ¥
            return is_gap(before) && is_gap(after) ? 1 : 0;
        case 0x8e:  // Mac é, Windows Ž
            return is_lower(before) ? 1 : 0;
        case 0x91:
        case 0x92:  // Windows quotes, Mac ë í
            return is_gap(before) != is_gap(after) || (byte == 0x92 && is_letter(before)) ? -1 : 0;
        case 0x93:
        case 0x94:  // Windows quotes, Mac ì î
            return is_gap(before) || is_end(after) ? -1 : 0;
        case 0x85:
        case 0x96:
        case 0x97:  // Windows … – —, Mac Ö ñ ó
            return is_gap(before) || is_gap(after) ? -1 : 0;
        default:  // Windows' small letters are Mac Roman's capitals and signs.
            return byte >= 0xe0 && is_lower(before) ? -1 : 0;
    }
}

/// An old Mac's text has the same bytes as Windows-1252; what stands beside its quotes and dashes tells them apart.
bool looks_mac_roman(std::string_view bytes) {
    int weight = 0;
    const std::string_view sample = bytes.substr(0, kSampleBytes);
    for (std::size_t i = 0; i < sample.size(); ++i) {
        const auto byte = static_cast<unsigned char>(sample[i]);
        if (byte < 0x80) continue;
        const char before = i == 0 ? ' ' : sample[i - 1];
        const char after = i + 1 == sample.size() ? ' ' : sample[i + 1];
        weight += weigh_mac_roman(before, byte, after);
    }
    return weight > 0;
}

/// DOS's pound sign before a number, Windows' œ.
bool looks_dos(std::string_view bytes) {
    const std::string_view sample = bytes.substr(0, kSampleBytes);
    bool pound = false;
    for (std::size_t i = 0; i < sample.size(); ++i) {
        const auto byte = static_cast<unsigned char>(sample[i]);
        if (byte < 0x80) continue;
        if (byte > 0xa5) return false;
        const char after = i + 1 == sample.size() ? ' ' : sample[i + 1];
        pound = pound || (byte == 0x9c && after >= '0' && after <= '9' && (i == 0 || is_gap(sample[i - 1])));
    }
    return pound;
}

std::optional<DecodedText> detect(std::string_view bytes) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status), &ucsdet_close);
    const std::string_view sample = bytes.substr(0, kSampleBytes);
    ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &status);
    const UCharsetMatch* match = ucsdet_detect(detector.get(), &status);
    if (U_FAILURE(status) || match == nullptr) return std::nullopt;
    // Below 30 of 100 ICU is guessing from letter frequencies alone: random bytes score 10 to 20.
    if (ucsdet_getConfidence(match, &status) < 30) return std::nullopt;
    const char* charset = ucsdet_getName(match, &status);
    if (U_FAILURE(status)) return std::nullopt;
    auto text = convert(bytes, charset);
    if (!text) return std::nullopt;
    return DecodedText{std::move(*text), charset};
}

std::optional<DecodedText> decode_unmarked(std::string_view bytes, std::string_view declared) {
    if (const char* charset = guess_utf16(bytes))
        if (auto text = convert(bytes, charset)) return DecodedText{std::move(*text), charset};
    const Utf8Census census = take_census(bytes);
    if (census.strays == 0) return DecodedText{std::string(bytes), "UTF-8"};
    // A character cut in two at the end of the file, or one bad paste, must not turn a whole UTF-8 file to
    // mush.
    if (census.sequences > 4 * census.strays) return DecodedText{decode_mixed(bytes), "UTF-8"};
    const std::string charset = web_charset(declared);
    if (!charset.empty() && charset != "utf-8" && charset != "windows-1252")
        if (auto text = convert(bytes, charset.c_str())) return DecodedText{std::move(*text), charset};
    if (charset != "windows-1252")
        for (const char* old : {looks_mac_roman(bytes) ? "macintosh" : "", looks_dos(bytes) ? "ibm-850" : ""})
            if (*old != '\0')
                if (auto text = convert(bytes, old)) return DecodedText{std::move(*text), old};
    if (auto text = decode_windows_1252(bytes)) return DecodedText{std::move(*text), "windows-1252"};
    return detect(bytes);
}

}  // namespace

std::optional<DecodedText> decode_text(std::string_view bytes, std::string_view declared_charset) {
    for (const ByteOrderMark& mark : kByteOrderMarks) {
        if (!bytes.starts_with(mark.bytes)) continue;
        const std::string_view body = bytes.substr(mark.bytes.size());
        if (std::string_view(mark.charset) == "UTF-8") return decode_unmarked(body, {});
        auto text = convert(body, mark.charset);
        if (!text) return std::nullopt;
        return DecodedText{std::move(*text), mark.charset};
    }
    return decode_unmarked(bytes, declared_charset);
}

std::optional<std::string> convert_charset(std::string_view bytes, std::string_view charset) {
    return convert(bytes, std::string(charset).c_str());
}

const char* find_wide_charset(std::string_view bytes) {
    for (const ByteOrderMark& mark : kByteOrderMarks)
        if (bytes.starts_with(mark.bytes)) return mark.bytes.size() == 3 ? nullptr : mark.charset;
    return guess_utf16(bytes);
}

bool looks_binary(std::string_view bytes) {
    if (find_wide_charset(bytes) != nullptr) return false;
    const std::string_view sample = bytes.substr(0, kSampleBytes);
    const auto controls = std::count_if(sample.begin(), sample.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v') || byte == 0x7f;
    });
    // One, or one in a hundred: stray form feeds, escapes and NULs are seen in real text, more are not. NULs are
    // counted to the end: a program or an archive may begin with a text.
    if (static_cast<std::size_t>(controls) > 1 + sample.size() / 100) return true;
    return static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\0')) > 1 + bytes.size() / 100;
}

}  // namespace findings
