#pragma once

#include <filesystem>
#include <string_view>

namespace findings {

/// The file that tells what an export is.
inline constexpr std::string_view kExportManifestName = "manifest.json";

/// A folder that is there whole or not at all. It is written as `DIR.unfinished` beside its place and renamed at the
/// end. An earlier export is replaced; any other folder with files in it is refused. What a killed run left is cleared
/// by the next one.
class OutputFolder {
  public:
    /// Throws: Error{cannot_create} when `folder` is a file, holds what is not of an export, lies in `index_root`, or
    /// its parent is not there; Error{locked} when another run writes it; Error{io_error}.
    OutputFolder(const std::filesystem::path& folder, const std::filesystem::path& index_root);
    /// What was not published is deleted.
    ~OutputFolder();
    OutputFolder(const OutputFolder&) = delete;
    OutputFolder& operator=(const OutputFolder&) = delete;

    /// Where to write.
    [[nodiscard]] const std::filesystem::path& path() const { return unfinished_; }
    /// Deletes what is written so far.
    void clear() const;
    /// Puts the folder at its place; its files are on the disk before. Throws: Error{io_error}.
    void publish();

  private:
    void lock();

    std::filesystem::path folder_;
    std::filesystem::path unfinished_;
    int descriptor_ = -1;
    bool published_ = false;
};

}  // namespace findings
