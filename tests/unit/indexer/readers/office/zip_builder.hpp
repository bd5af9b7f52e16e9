#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <zlib.h>

#include "common/base/little_endian.hpp"

namespace findings::test {

/// A ZIP archive of stored parts, made in memory.
class ZipBuilder {
  public:
    ZipBuilder& add(std::string_view name, std::string_view bytes) {
        const auto crc = static_cast<std::uint32_t>(
            ::crc32(0, reinterpret_cast<const Bytef*>(bytes.data()), static_cast<uInt>(bytes.size())));
        const std::size_t offset = out_.size();
        out_ += "PK\x03\x04";
        std::string head;
        append(head, 20, 2);
        append(head, flags, 2);
        append(head, 0, 2);
        append(head, 0, 4);
        append(head, crc, 4);
        append(head, bytes.size(), 4);
        append(head, bytes.size(), 4);
        append(head, name.size(), 2);
        append(head, 0, 2);
        out_ += head;
        out_ += name;
        out_ += bytes;
        list_ += "PK\x01\x02";
        append(list_, 20, 2);
        list_ += head;
        append(list_, 0, 2);
        append(list_, 0, 2);
        append(list_, 0, 2);
        append(list_, 0, 4);
        append(list_, offset, 4);
        list_ += name;
        ++count_;
        return *this;
    }

    [[nodiscard]] std::string bytes() const {
        std::string end = "PK\x05\x06";
        append(end, 0, 4);
        append(end, count_, 2);
        append(end, count_, 2);
        append(end, list_.size(), 4);
        append(end, out_.size(), 4);
        append(end, 0, 2);
        return out_ + list_ + end;
    }

    std::uint64_t flags = 0x0800;  ///< names are UTF-8; 1 says that the next parts are encrypted

  private:
    static void append(std::string& out, std::uint64_t value, std::size_t size) {
        append_little_endian(out, value, size);
    }

    std::string out_;
    std::string list_;
    std::size_t count_ = 0;
};

/// A Word document of these elements of its body.
inline ZipBuilder word_document(std::string_view body) {
    ZipBuilder zip;
    zip.add("word/document.xml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document xmlns:w=\"w\"><w:body>" +
                                     std::string(body) + "</w:body></w:document>");
    return zip;
}

/// An OpenDocument file of that kind ("text", "presentation", "spreadsheet").
inline ZipBuilder open_document(std::string_view kind, std::string_view body, std::string_view styles = "") {
    ZipBuilder zip;
    zip.add("mimetype", "application/vnd.oasis.opendocument." + std::string(kind));
    zip.add("content.xml", "<office:document-content><office:automatic-styles>" + std::string(styles) +
                               "</office:automatic-styles><office:body><office:" + std::string(kind) + ">" +
                               std::string(body) + "</office:" + std::string(kind) +
                               "></office:body></office:document-content>");
    return zip;
}

}  // namespace findings::test
