#include "indexer/readers/mail/mail_message.hpp"

#include <algorithm>
#include <memory>
#include <utility>

#include <gmime/gmime.h>

#include "common/text/ascii.hpp"

namespace findings {
namespace {

// Parts in parts; each level costs stack.
constexpr int kMaxDepth = 30;
constexpr std::size_t kMaxParts = 2000;

struct Unreference {
    void operator()(gpointer object) const { g_object_unref(object); }
};
template <typename T>
using Reference = std::unique_ptr<T, Unreference>;

struct Free {
    void operator()(char* text) const { g_free(text); }
};

std::string text_or_empty(const char* text) { return text == nullptr ? std::string() : std::string(text); }

std::string write_wrapper(GMimeDataWrapper* wrapper) {
    if (wrapper == nullptr) return {};
    const Reference<GMimeStream> stream(g_mime_stream_mem_new());
    g_mime_data_wrapper_write_to_stream(wrapper, stream.get());
    const GByteArray* array = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream.get()));
    return {reinterpret_cast<const char*>(array->data), array->len};
}

std::string write_object(GMimeObject* object) {
    const std::unique_ptr<char, Free> text(g_mime_object_to_string(object, nullptr));
    return text_or_empty(text.get());
}

std::string type_of(GMimeObject* object) {
    GMimeContentType* type = g_mime_object_get_content_type(object);
    if (type == nullptr) return "text/plain";
    const std::unique_ptr<char, Free> name(g_mime_content_type_get_mime_type(type));
    return lower_case(text_or_empty(name.get()));
}

class PartCollector {
  public:
    explicit PartCollector(MailMessage& mail) : mail_(mail) {}

    void add(GMimeObject* object, bool alternative, int depth) {
        if (object == nullptr) return;
        if (depth > kMaxDepth || mail_.parts.size() >= kMaxParts) {
            mail_.too_deep = true;
            return;
        }
        const std::string type = type_of(object);
        if (type == "multipart/encrypted" || type == "application/pkcs7-mime" || type == "application/x-pkcs7-mime") {
            ++mail_.encrypted;
        } else if (GMIME_IS_MULTIPART(object)) {
            auto* multipart = GMIME_MULTIPART(object);
            const int count = g_mime_multipart_get_count(multipart);
            if (count == 0) add_unparted(multipart);
            for (int i = 0; i < count; ++i)
                add(g_mime_multipart_get_part(multipart, i), alternative || type == "multipart/alternative", depth + 1);
        } else if (GMIME_IS_MESSAGE_PART(object)) {
            GMimeMessage* inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object));
            if (inner == nullptr) return;
            MailPart part;
            part.type = type;
            part.attached = part.is_mail = true;
            part.name = text_or_empty(g_mime_message_get_subject(inner));
            part.bytes = write_object(GMIME_OBJECT(inner));
            mail_.parts.push_back(std::move(part));
        } else if (GMIME_IS_PART(object)) {
            add_leaf(GMIME_PART(object), type, alternative);
        }
    }

  private:
    // Without the line that parts them, all of the parts stand before the first.
    void add_unparted(GMimeMultipart* multipart) {
        MailPart part;
        part.type = "text/plain";
        part.bytes = text_or_empty(g_mime_multipart_get_prologue(multipart));
        if (part.bytes.empty()) return;
        mail_.unparted = true;
        mail_.parts.push_back(std::move(part));
    }

    void add_leaf(GMimePart* leaf, const std::string& type, bool alternative) {
        // Signatures of a mail say nothing to a reader.
        if (type == "application/pgp-signature" || type == "application/pkcs7-signature" ||
            type == "application/x-pkcs7-signature")
            return;
        MailPart part;
        part.type = type;
        part.alternative = alternative;
        part.name = text_or_empty(g_mime_part_get_filename(leaf));
        part.charset = text_or_empty(g_mime_object_get_content_type_parameter(GMIME_OBJECT(leaf), "charset"));
        part.location = text_or_empty(g_mime_part_get_content_location(leaf));
        const std::string disposition = lower_case(text_or_empty(g_mime_object_get_disposition(GMIME_OBJECT(leaf))));
        part.attached = disposition == "attachment" || (!part.name.empty() && !type.starts_with("text/html") &&
                                                        !type.starts_with("image/") && disposition != "inline");
        part.bytes = write_wrapper(g_mime_part_get_content(leaf));
        mail_.parts.push_back(std::move(part));
    }

    MailMessage& mail_;
};

std::string sender_of(GMimeMessage* message) {
    InternetAddressList* from = g_mime_message_get_from(message);
    if (from == nullptr || internet_address_list_length(from) < 1) return {};
    InternetAddress* first = internet_address_list_get_address(from, 0);
    const std::string name = text_or_empty(internet_address_get_name(first));
    if (!name.empty() || !INTERNET_ADDRESS_IS_MAILBOX(first)) return name;
    return text_or_empty(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(first)));
}

std::string date_of(GMimeMessage* message) {
    GDateTime* date = g_mime_message_get_date(message);
    if (date == nullptr) return {};
    const std::unique_ptr<char, Free> text(g_date_time_format(date, "%Y-%m-%dT%H:%M:%S%:z"));
    return text_or_empty(text.get());
}

}  // namespace

struct MailFile::Impl {
    Reference<GMimeStream> stream;
    Reference<GMimeParser> parser;
    bool mailbox = false;
    bool begun = false;
};

MailFile::MailFile(std::string_view bytes, bool mailbox) : impl_(std::make_unique<Impl>()) {
    static const bool initialised = (g_mime_init(), true);
    static_cast<void>(initialised);
    impl_->stream.reset(g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
    impl_->parser.reset(g_mime_parser_new_with_stream(impl_->stream.get()));
    impl_->mailbox = mailbox;
    if (mailbox) g_mime_parser_set_format(impl_->parser.get(), GMIME_FORMAT_MBOX);
}

MailFile::~MailFile() = default;

std::optional<MailMessage> MailFile::next() {
    if (impl_->begun && (!impl_->mailbox || g_mime_parser_eos(impl_->parser.get()) != 0)) return std::nullopt;
    impl_->begun = true;
    const Reference<GMimeMessage> message(g_mime_parser_construct_message(impl_->parser.get(), nullptr));
    if (!message) return std::nullopt;
    MailMessage mail;
    mail.subject = text_or_empty(g_mime_message_get_subject(message.get()));
    mail.sender = sender_of(message.get());
    mail.date = date_of(message.get());
    mail.address = text_or_empty(g_mime_object_get_header(GMIME_OBJECT(message.get()), "Snapshot-Content-Location"));
    PartCollector(mail).add(g_mime_message_get_mime_part(message.get()), false, 0);
    return mail;
}

}  // namespace findings
