#pragma once

#include <string>
#include <string_view>

namespace findings {

/// The text of a mail in two: what its sender wrote, and the mail it answers with the sender's signature.
struct MailText {
    std::string own;
    std::string quoted;
};

/// Parts a plain text. Lines that begin with ">", the line before them that names whom they quote, what follows a line
/// like "-----Original Message-----" and what follows the mark of a signature are quoted. `forwarded`: the mail passes
/// another on, whose text is what it is about. Requires: tidied UTF-8.
MailText part_plain_mail(std::string_view text, bool forwarded);

/// Parts a page the same way, by the elements with which mail programs wrap what is answered.
MailText part_html_mail(std::string_view page, bool forwarded);

/// Whether a subject says that the mail passes another one on ("Fwd: ").
bool is_forwarded(std::string_view subject);

}  // namespace findings
