#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace findings {

/// What stands at one place of a Rich Text document.
struct RtfToken {
    enum class Kind { open, close, word, symbol, byte, text, end };
    Kind kind = Kind::end;
    std::string_view text;  ///< of a word its letters, of a symbol its sign, of text its bytes
    int value = 0;          ///< of a word its number, of a byte its value
    bool has_value = false;
};

/// Cuts a Rich Text document into its tokens.
class RtfTokens {
  public:
    explicit RtfTokens(std::string_view bytes) : bytes_(bytes) {}
    RtfToken next();

  private:
    RtfToken read_control();

    std::string_view bytes_;
    std::size_t at_ = 0;
};

/// Whether a group that begins with this word holds no text of the document.
bool is_skipped_rtf_group(std::string_view word);

/// The characters that a word stands for ("emdash"); "" for any other word.
std::string_view sign_of_rtf_word(std::string_view word);

/// A code page by its number as ICU names it.
std::string charset_of_code_page(int code_page);

}  // namespace findings
