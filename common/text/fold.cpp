#include "common/text/fold.hpp"

#include <algorithm>
#include <stdexcept>

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include "common/text/code_points.hpp"

namespace findings {
namespace {

const icu::Normalizer2& nfkc_casefold() {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* instance = icu::Normalizer2::getNFKCCasefoldInstance(status);
    if (U_FAILURE(status) != 0) throw std::runtime_error(u_errorName(status));
    return *instance;
}

const icu::Normalizer2& nfd() {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* instance = icu::Normalizer2::getNFDInstance(status);
    if (U_FAILURE(status) != 0) throw std::runtime_error(u_errorName(status));
    return *instance;
}

bool is_apostrophe(char32_t c) {
    return c == U'\'' || c == U'\u2019' || c == U'\u2018' || c == U'\u02bc' || c == U'\uff07';
}

std::string fold_with_icu(std::string_view utf8) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString text =
        icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())));
    const icu::UnicodeString folded = nfd().normalize(nfkc_casefold().normalize(text, status), status);
    if (U_FAILURE(status) != 0) throw std::runtime_error(u_errorName(status));
    icu::UnicodeString kept;
    for (int32_t i = 0; i < folded.length(); i = folded.moveIndex32(i, 1)) {
        const UChar32 c = folded.char32At(i);
        if (u_charType(c) == U_NON_SPACING_MARK || is_apostrophe(static_cast<char32_t>(c))) continue;
        // Letters that have no decomposition but an everyday plain form.
        switch (c) {
            case 0xf8:
                kept.append(UChar32{'o'});
                break;
            case 0xe6:
                kept.append(u"ae", 2);
                break;
            case 0x153:
                kept.append(u"oe", 2);
                break;
            case 0x142:
                kept.append(UChar32{'l'});
                break;
            case 0xf0:
                kept.append(UChar32{'d'});
                break;
            case 0xfe:
                kept.append(u"th", 2);
                break;
            default:
                kept.append(c);
        }
    }
    std::string result;
    kept.toUTF8String(result);
    return result;
}

}  // namespace

std::string fold_text(std::string_view utf8) {
    const bool ascii = std::all_of(utf8.begin(), utf8.end(), [](char c) { return static_cast<signed char>(c) >= 0; });
    if (!ascii) return fold_with_icu(utf8);
    std::string result;
    result.reserve(utf8.size());
    for (const char c : utf8)
        if (c != '\'') result.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c);
    return result;
}

bool is_valid_utf8(std::string_view bytes) {
    for (std::size_t byte = 0; byte < bytes.size();)
        if (next_code_point(bytes, byte) < 0) return false;
    return true;
}

}  // namespace findings
