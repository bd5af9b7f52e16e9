#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace findings {

/// One leaf of a mail: a text, a page, a file.
struct MailPart {
    std::string type;          ///< "text/html", lower case
    std::string charset;       ///< as declared; may be empty
    std::string name;          ///< of a file; may be empty
    std::string location;      ///< the address it was saved from; may be empty
    std::string bytes;         ///< without their transfer encoding
    bool attached = false;     ///< meant to be opened apart, not shown
    bool alternative = false;  ///< one of several forms of the same text
    bool is_mail = false;      ///< a mail in the mail, its bytes a whole message
};

/// A mail with its parts in order.
struct MailMessage {
    std::string subject;
    std::string sender;   ///< name, or address where it has none
    std::string date;     ///< as in ISO 8601 with its offset; empty when it has none
    std::string address;  ///< of the page that a browser saved (Snapshot-Content-Location)
    std::vector<MailPart> parts;
    std::size_t encrypted = 0;  ///< parts that cannot be read
    bool too_deep = false;      ///< parts nested deeper than programs make them were left out
    bool unparted = false;      ///< the line that parts its parts is missing: what stood in its place is one text
};

/// The messages of a file, one after the other. Source: RFC 5322, RFC 2045 to 2047, RFC 4155.
class MailFile {
  public:
    /// `mailbox`: messages stand between "From " lines. Requires: the bytes outlive it.
    MailFile(std::string_view bytes, bool mailbox);
    ~MailFile();
    MailFile(const MailFile&) = delete;
    MailFile& operator=(const MailFile&) = delete;

    /// The next message; nullopt at the end of the file.
    std::optional<MailMessage> next();

  private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace findings
