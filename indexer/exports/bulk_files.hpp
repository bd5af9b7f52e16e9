#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace findings {

/// One file of an export.
struct BulkFile {
    std::string name;
    std::size_t bytes = 0;
    std::size_t documents = 0;  ///< stories; 0 for what is no bulk file
};

/// How documents stand in a file.
struct BulkForm {
    std::string_view ending;     ///< of the files' names
    std::string_view begin;      ///< before the first document
    std::string_view separator;  ///< between two
    std::string_view end;        ///< after the last
};

/// Writes documents into files `bulk-000001` and so on, each at most `most_bytes` long unless one document alone is
/// longer: a request has a limit (OpenSearch's is 100 MB), and a file that failed is sent again alone.
class BulkFiles {
  public:
    BulkFiles(std::filesystem::path folder, BulkForm form, std::size_t most_bytes);

    /// Throws: Error{io_error}.
    void add(std::string_view document);
    /// Writes what is left. Throws: Error{io_error}.
    void finish();
    /// A file beside them. Throws: Error{io_error}.
    void add_file(const std::string& name, std::string_view text);

    [[nodiscard]] const std::vector<BulkFile>& files() const { return files_; }

  private:
    void write();

    std::filesystem::path folder_;
    BulkForm form_;
    std::size_t most_bytes_;
    std::string text_;
    std::size_t documents_ = 0;
    std::size_t written_ = 0;
    std::vector<BulkFile> files_;
};

}  // namespace findings
