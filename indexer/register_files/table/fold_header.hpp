#pragma once

#include <string>
#include <string_view>

namespace findings {

/// A cell or the name of a column as tables compare them: small letters, signs and line breaks as single spaces, no
/// apostrophes and no footnote mark. "Children’s\nHome [note 1]" -> "childrens home".
std::string fold_cell(std::string_view text);

/// The name of a column folded: as fold_cell(), words written together parted ("wellLed" -> "well led").
std::string fold_header(std::string_view name);

}  // namespace findings
