#include "indexer/io/io_error.hpp"

#include <cerrno>
#include <cstring>

#include <fmt/format.h>

namespace findings {

Error make_io_error(std::string_view action, std::string_view path, int error_number) {
    std::string hint = "the index people search is as it was; mend the cause and build again";
    if (error_number == ENOSPC || error_number == EDQUOT || error_number == EFBIG)
        hint =
            "free disk space (findings-index prune removes old generations) and build again; the index people "
            "search is as it was";
    if (error_number == EACCES || error_number == EPERM || error_number == EROFS)
        hint = "give this user the right to write there, or choose another --index";
    return {Status::io_error, fmt::format("cannot {} {}: {}", action, path, std::strerror(error_number)),
            std::move(hint)};
}

int find_error_number(const char* text) {
    if (text == nullptr) return EIO;
    for (const int number : {ENOSPC, EDQUOT, EFBIG, EACCES, EPERM, EROFS, EMFILE, ENFILE})
        if (std::strcmp(text, std::strerror(number)) == 0) return number;
    return EIO;
}

}  // namespace findings
