#include "indexer/ocr/ocr_setting.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>

#include <system_error>

namespace findings {
namespace {

constexpr std::string_view kDataEnding = ".traineddata";
// Source: the packages of Debian, Fedora, Arch and what tesseract's own `make install` does.
constexpr std::array kDataFolders{"/usr/share/tesseract-ocr/5/tessdata", "/usr/share/tesseract/tessdata",
                                  "/usr/share/tessdata", "/usr/share/tesseract-ocr/4.00/tessdata",
                                  "/usr/local/share/tessdata"};
// What a setting may name: tesseract's own names, "eng", "chi_sim", "script/Latin" apart.
constexpr std::size_t kLongestLanguage = 16;

bool is_language(std::string_view name) {
    return name.size() >= 3 && name.size() <= kLongestLanguage &&
           std::all_of(name.begin(), name.end(), [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; });
}

}  // namespace

std::optional<OcrSetting> parse_ocr_setting(std::string_view text) {
    OcrSetting setting;
    if (text == "auto") return setting;
    setting.automatic = false;
    setting.off = text == "off";
    if (setting.off) return setting;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find_first_of("+,", begin), text.size());
        const std::string_view name = text.substr(begin, end - begin);
        if (!is_language(name)) return std::nullopt;
        setting.languages.emplace_back(name);
        begin = end + 1;
    }
    return setting;
}

std::filesystem::path find_ocr_data() {
    std::error_code ignored;
    if (const char* named = std::getenv("TESSDATA_PREFIX"); named != nullptr && *named != '\0') return named;
    for (const char* folder : kDataFolders)
        if (std::filesystem::is_directory(folder, ignored)) return folder;
    return {};
}

std::vector<std::string> list_ocr_languages(const std::filesystem::path& data) {
    std::vector<std::string> languages;
    std::error_code error;
    for (std::filesystem::directory_iterator entry(data, error), end; !error && entry != end; entry.increment(error))
        if (entry->path().extension() == kDataEnding) languages.push_back(entry->path().stem().string());
    std::sort(languages.begin(), languages.end());
    return languages;
}

bool can_read_pictures([[maybe_unused]] std::string_view setting) {
#ifdef FINDINGS_TESSERACT
    const auto asked = parse_ocr_setting(setting);
    if (!asked || asked->off) return false;
    const std::vector<std::string> there = list_ocr_languages(find_ocr_data());
    const std::vector<std::string> needed = asked->automatic ? std::vector<std::string>{"eng"} : asked->languages;
    return std::all_of(needed.begin(), needed.end(), [&there](const std::string& language) {
        return std::binary_search(there.begin(), there.end(), language);
    });
#else
    return false;
#endif
}

std::string describe_ocr(std::string_view setting, const std::filesystem::path& data) {
    std::string description = " ocr=" + std::string(setting);
    if (setting == "off") return description;
    for (const std::string& language : list_ocr_languages(data)) description += ' ' + language;
    return description;
}

}  // namespace findings
