// fz_try is setjmp: nothing in here that MuPDF's exceptions can pass has a destructor.
#include "indexer/readers/pdf/pdf_fonts.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdio>
#include <cstring>
#include <string_view>

#include "indexer/readers/pdf/pdf_signs.hpp"

namespace findings {
namespace {

constexpr std::size_t kLongest = 3;  // letters of a ligature

/// Letters of a ligature's name ("f_f_i", "uni0066_uni0069", "f_i.alt").
struct Letters {
    std::array<char, kLongest + 1> text{};
    std::size_t size = 0;
};

/// No letters when the name is no ligature's.
Letters read_name(std::string_view name) {
    Letters letters;
    name = name.substr(0, name.find('.'));
    if (name.find('_') == std::string_view::npos) return {};
    while (!name.empty()) {
        std::string_view part = name.substr(0, name.find('_'));
        name.remove_prefix(part.size() < name.size() ? part.size() + 1 : name.size());
        char letter = part.size() == 1 ? part.front() : '\0';
        unsigned code = 0;
        const std::string_view digits = part.substr(std::min<std::size_t>(part.size(), 5));
        if (part.size() == 7 && part.starts_with("uni00") &&
            std::from_chars(digits.data(), digits.data() + digits.size(), code, 16).ptr ==
                digits.data() + digits.size())
            letter = static_cast<char>(code);
        if (letter == '\0' || letters.size == kLongest) return {};
        letters.text.at(letters.size++) = letter;
    }
    return letters;
}

/// The code point that stands for these letters, 0 for none.
char32_t find_code(std::string_view letters) {
    constexpr std::array<std::string_view, 5> kUnicode{"ff", "fi", "fl", "ffi", "ffl"};
    for (std::size_t i = 0; i < kUnicode.size(); ++i)
        if (letters == kUnicode.at(i)) return static_cast<char32_t>(0xfb00 + i);
    for (std::size_t i = 0; i < kNamedLigatures.size(); ++i)
        if (letters == kNamedLigatures.at(i)) return static_cast<char32_t>(kFirstNamedLigature + i);
    return 0;
}

void rename(fz_context* context, pdf_obj* names) {
    const int count = pdf_array_len(context, names);
    for (int i = 0; i < count; ++i) {
        const char* name = pdf_to_name(context, pdf_array_get(context, names, i));
        if (std::strchr(name, '_') == nullptr) continue;
        const Letters letters = read_name(name);
        const char32_t code = find_code({letters.text.data(), letters.size});
        if (code == 0) continue;
        char unicode[16];
        std::snprintf(unicode, sizeof unicode, "uni%04X", static_cast<unsigned>(code));
        pdf_array_put_drop(context, names, i, pdf_new_name(context, unicode));
    }
}

void rename_all(fz_context* context, pdf_obj* fonts) {
    const int count = pdf_dict_len(context, fonts);
    for (int i = 0; i < count; ++i) {
        pdf_obj* font = pdf_dict_get_val(context, fonts, i);
        if (pdf_dict_get(context, font, PDF_NAME(ToUnicode)) == nullptr)
            rename(context, pdf_dict_getl(context, font, PDF_NAME(Encoding), PDF_NAME(Differences), nullptr));
    }
}

}  // namespace

void name_ligatures(fz_context* context, pdf_page* page) {
    if (page == nullptr) return;
    fz_try(context) rename_all(context, pdf_dict_get(context, pdf_page_resources(context, page), PDF_NAME(Font)));
    fz_catch(context) { return; }  // a damaged font keeps its names
}

}  // namespace findings
