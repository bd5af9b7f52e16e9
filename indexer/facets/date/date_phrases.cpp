#include "indexer/facets/date/date_phrases.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace findings {
namespace {

constexpr std::array<std::string_view, 7> kWeekdays{"monday", "tuesday",  "wednesday", "thursday",
                                                    "friday", "saturday", "sunday"};

/// Reads dates word by word. All positions are words of the passage.
class DateReader {
  public:
    DateReader(const Passage& passage, std::size_t last, const PartialDate& before)
        : passage_(passage), last_(last), before_(before) {}

    std::optional<DatePhrase> read(std::size_t at) {
        const std::size_t first = at;
        if (auto numeric = read_numeric(at)) return read_numeric_range(first, at, *numeric);
        if (auto american = read_month_first(at)) return DatePhrase{first, at, *american, *american};
        return read_groups(first);
    }

  private:
    /// "14", "14 June" or "14 June 2024", perhaps several days: what is missing is 0.
    struct Group {
        PartialDate from;
        PartialDate to;
    };

    [[nodiscard]] std::string_view gap(std::size_t word) const {
        const Word& before = passage_.words[word - 1];
        return passage_.text.substr(before.end, passage_.words[word].begin - before.end);
    }
    [[nodiscard]] std::string_view text(std::size_t word) const { return passage_.words_text(word, word + 1); }

    /// A number of at most `digits` digits, with an ordinal ending when `ordinal`.
    [[nodiscard]] int number(std::size_t word, std::size_t digits, bool ordinal) const {
        if (word >= last_ || !passage_.words[word].digits) return -1;
        const std::string_view letters = text(word);
        int value = 0;
        std::size_t count = 0;
        while (count < letters.size() && letters[count] >= '0' && letters[count] <= '9' && count <= digits)
            value = value * 10 + (letters[count++] - '0');
        if (count > digits) return -1;
        const std::string_view rest = letters.substr(count);
        const bool is_ordinal = rest == "st" || rest == "nd" || rest == "rd" || rest == "th";
        return rest.empty() || (ordinal && is_ordinal) ? value : -1;
    }

    [[nodiscard]] int month(std::size_t word) const {
        if (word >= last_ || passage_.words[word].digits) return 0;
        const std::string_view letters = text(word);
        if (letters.size() < 3 || letters.size() > 9) return 0;
        return letters == "Sept" ? 9 : parse_month(letters);
    }

    [[nodiscard]] int year(std::size_t word) const {
        const int value = word < last_ && text(word).size() == 4 ? number(word, 4, false) : -1;
        return value >= 1900 && value < 2200 ? value : 0;
    }

    /// A day; two one-digit words with one space are one number that the PDF broke ("1 9 June").
    int day(std::size_t& at) const {
        const int value = number(at, 2, true);
        if (value < 0 || value > 31) return 0;
        if (value >= 1 && value <= 3 && text(at).size() == 1 && at + 1 < last_ && gap(at + 1) == " " &&
            text(at + 1).size() == 1) {
            const int second = number(at + 1, 1, false);
            if (second >= 0 && value * 10 + second <= 31) {
                at += 2;
                return value * 10 + second;
            }
        }
        if (value == 0) return 0;
        ++at;
        return value;
    }

    /// Steps over "to", "and", "until" or a dash.
    bool joint(std::size_t& at) const {
        if (at >= last_) return false;
        const std::string_view word = text(at);
        if (word == "to" || word == "and" || word == "until" || word == "&") {
            ++at;
            return true;
        }
        const std::string_view between = gap(at);
        // En dash, em dash, minus and hyphen; nothing else but spaces.
        const bool dashes = between.find_first_not_of("- \xe2\x80\x93\x94\x92\x88\n") == std::string_view::npos &&
                            between.find_first_of("-\xe2") != std::string_view::npos;
        return dashes && passage_.words[at].digits;
    }

    bool comma(std::size_t at) const { return at < last_ && gap(at).find(',') != std::string_view::npos; }

    void skip_weekday(std::size_t& at) const {
        if (at >= last_ || !passage_.words[at].capital) return;
        const std::string word = passage_.folded(at);
        if (std::find(kWeekdays.begin(), kWeekdays.end(), word) != kWeekdays.end()) ++at;
    }

    std::optional<PartialDate> read_numeric(std::size_t& at) const {
        if (at + 2 >= last_ || !passage_.words[at].digits) return std::nullopt;
        const std::string_view first_gap = gap(at + 1);
        if (first_gap != gap(at + 2) || (first_gap != "/" && first_gap != "-" && first_gap != ".")) return std::nullopt;
        const std::string_view third = text(at + 2);
        PartialDate date;
        if (const int iso = year(at); iso != 0) {
            // The day may run into a time: "05T10".
            const std::string_view day_text = third.substr(0, 2);
            const bool digits = day_text.find_first_not_of("0123456789") == std::string_view::npos;
            if (!digits) return std::nullopt;
            const int last = day_text.back() - '0';
            date = {iso, number(at + 1, 2, false), day_text.size() == 1 ? last : (day_text[0] - '0') * 10 + last};
        } else {
            int full = year(at + 2);
            if (full == 0 && third.size() == 2 && first_gap == "/") full = 2000 + number(at + 2, 2, false);
            date = {full, number(at + 1, 2, false), number(at, 2, false)};
        }
        if (date.month <= 0 || date.day <= 0 || !is_valid_date(date) || date.year < 1900) return std::nullopt;
        at += 3;
        return date;
    }

    std::optional<DatePhrase> read_numeric_range(std::size_t first, std::size_t at, PartialDate from) const {
        std::size_t end = at;
        if (joint(end))
            if (const auto to = read_numeric(end); to && *to >= from) return DatePhrase{first, end, from, *to};
        return DatePhrase{first, at, from, from};
    }

    /// "July 14, 2022"; without a year only behind "on" ("on July 3"), or "May 24 2021" would be a month and a day of
    /// nothing.
    std::optional<PartialDate> read_month_first(std::size_t& at) const {
        const int found = month(at);
        if (found == 0 || at + 1 >= last_) return std::nullopt;
        std::size_t end = at + 1;
        const int number_of_day = day(end);
        if (number_of_day == 0) return std::nullopt;
        PartialDate date{year(end), found, number_of_day};
        if (date.year != 0) {
            ++end;
        } else if (at > 0 && before_.year != 0 && text(at - 1) == "on") {
            date.year = before_.year;
            if (date > before_) --date.year;
        }
        if (date.year == 0 || !is_valid_date(date)) return std::nullopt;
        at = end;
        return date;
    }

    std::optional<Group> read_group(std::size_t& at) const {
        std::size_t end = at;
        skip_weekday(end);
        const int first_day = day(end);
        if (first_day == 0) return std::nullopt;
        Group group;
        group.from.day = group.to.day = first_day;
        // "4 and 11–15 September": days of one month.
        for (;;) {
            std::size_t next = end;
            const bool listed = comma(next);
            if (!joint(next) && !listed) break;
            skip_weekday(next);
            const int further = day(next);
            if (further == 0 || month(end) != 0) break;
            // "18 November – 10 December": the second day belongs to the next group when no month has come
            // yet and a month follows the first day, which month(end) above rules out here.
            group.to.day = further;
            end = next;
        }
        if (end < last_ && text(end) == "of") ++end;
        const int found = month(end);
        if (found != 0) {
            group.from.month = group.to.month = found;
            ++end;
            if (const int printed = year(end); printed != 0) {
                group.from.year = group.to.year = printed;
                ++end;
            }
        }
        at = end;
        return group;
    }

    std::optional<DatePhrase> read_groups(std::size_t first) const {
        std::size_t at = first;
        const auto from = read_group(at);
        if (!from || from->to.month == 0) return std::nullopt;
        PartialDate start = from->from;
        PartialDate stop = from->to;
        std::size_t end = at;
        if (joint(end))
            if (const auto to = read_group(end); to && to->to.month != 0) {
                stop = to->to;
                at = end;
                if (stop.year == 0) stop.year = start.year;
            }
        // "8 July to 12 July 2019 and 7 August 2019 to 8 August 2019": a visit in parts ends with the last.
        for (int parts = 0; parts < 2 && stop.year != 0; ++parts) {
            end = at;
            if (!joint(end)) break;
            const auto more = read_group(end);
            if (!more || more->to.month == 0) break;
            const PartialDate last_day =
                more->to.year == 0 ? PartialDate{stop.year, more->to.month, more->to.day} : more->to;
            if (last_day < stop) break;
            stop = last_day;
            at = end;
        }
        if (stop.year == 0 && before_.year != 0) {
            stop.year = before_.year;
            if (stop > before_) --stop.year;
        }
        if (stop.year == 0) return std::nullopt;
        if (start.year == 0) start.year = start.month > stop.month ? stop.year - 1 : stop.year;
        if (!is_valid_date(start) || !is_valid_date(stop)) return std::nullopt;
        // Days of one month may be listed out of order only by mistake; keep the later as the last.
        if (stop < start) std::swap(start, stop);
        return DatePhrase{first, at, start, stop};
    }

    const Passage& passage_;
    std::size_t last_;
    PartialDate before_;
};

}  // namespace

std::vector<DatePhrase> find_date_phrases(const Passage& passage, std::size_t first, std::size_t last,
                                          const PartialDate& before) {
    last = std::min(last, passage.words.size());
    std::vector<DatePhrase> found;
    DateReader reader(passage, last, before);
    for (std::size_t at = first; at < last; ++at) {
        const Word& word = passage.words[at];
        if (!word.digits && !word.capital) continue;
        if (auto date = reader.read(at)) {
            at = date->last - 1;
            found.push_back(*date);
        }
    }
    return found;
}

}  // namespace findings
