#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "indexer/readers/bytes/read_sink.hpp"
#include "indexer/readers/bytes/recognise.hpp"

namespace findings {

/// Reads bytes as the file of that name would be read; false when there is no reader for such files.
using ReadAttachment = std::function<bool(std::string_view bytes, const std::string& name, const ReadSink& sink)>;

/// Reads a mail (.eml), a mailbox (.mbox) or a page that a browser saved as one file (.mht, .mhtml). A mail is an
/// article with its subject as title, its day and its sender as publisher; what it answers and its signature are
/// boilerplate. Its attachments are articles of their own that name the mail: they and the mails of a mailbox are
/// numbered by `line`. What cannot be read of it is among its warnings.
void read_mail(std::string_view bytes, const NamedType& name, const ReadAttachment& read_attachment,
               const ReadSink& sink);

}  // namespace findings
