#include "common/base/varint.hpp"

#include <limits>

#include <doctest/doctest.h>

#include "common/base/little_endian.hpp"

using namespace findings;

TEST_CASE("a number takes a byte for each seven bits and comes back with what stands behind it") {
    const std::uint64_t most = std::numeric_limits<std::uint64_t>::max();
    for (const auto& [value, size] : {std::pair<std::uint64_t, std::size_t>{0, 1},
                                      {1, 1},
                                      {127, 1},
                                      {128, 2},
                                      {16383, 2},
                                      {16384, 3},
                                      {most, 10}}) {
        std::string bytes;
        append_varint(bytes, value);
        CHECK(bytes.size() == size);
        bytes += 'x';
        std::string_view rest = bytes;
        CHECK(take_varint(rest) == value);
        CHECK(rest == "x");
    }
    std::string bytes;
    append_varint(bytes, 300);
    CHECK(bytes == "\xac\x02");
}

TEST_CASE("a number that is cut off or has too many bytes is none") {
    for (const std::string& bytes :
         {std::string(), std::string("\x80"), std::string("\xff\xff"), std::string(11, '\x80')}) {
        std::string_view rest = bytes;
        CHECK_FALSE(take_varint(rest).has_value());
    }
}

TEST_CASE("the lowest byte of a number stands first, as many as are asked for") {
    std::string bytes = "x";
    append_little_endian(bytes, 0x0102'0304'0506'07f8, 8);
    CHECK(bytes == "x\xf8\x07\x06\x05\x04\x03\x02\x01");
    CHECK(read_little_endian(std::string_view(bytes).substr(1)) == 0x0102'0304'0506'07f8);
    CHECK(read_little_endian("") == 0);
    bytes.clear();
    append_little_endian(bytes, 0x1234, 1);
    CHECK(bytes == "\x34");
    append_little_endian(bytes, 1, 0);
    CHECK(bytes.size() == 1);
}
