#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace findings {

/// Whether pictures of pages are read, and in which languages.
struct OcrSetting {
    bool off = false;
    bool automatic = true;               ///< English, and Welsh where a page looks it
    std::vector<std::string> languages;  ///< tesseract's names; empty where automatic or off
};

/// "auto", "off" or languages, "eng+cym" or "eng,cym"; nullopt for anything else.
std::optional<OcrSetting> parse_ocr_setting(std::string_view text);

/// The folder of tesseract's data: $TESSDATA_PREFIX, else where distributions put it; empty when there is none.
std::filesystem::path find_ocr_data();

/// Languages whose data is in a folder, sorted.
std::vector<std::string> list_ocr_languages(const std::filesystem::path& data);

/// Whether this build and machine read pictures under a setting. Requires: parse_ocr_setting() takes it.
bool can_read_pictures(std::string_view setting);

/// What of a machine and a setting shapes what is read: part of the key of files that may hold pictures.
std::string describe_ocr(std::string_view setting, const std::filesystem::path& data);

}  // namespace findings
