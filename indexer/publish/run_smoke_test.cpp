#include "indexer/publish/run_smoke_test.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <xapian.h>

#include "common/base/error.hpp"
#include "common/index/record.hpp"
#include "common/index/terms.hpp"
#include "common/text/analyzer.hpp"

namespace findings {
namespace {

constexpr Xapian::docid kStoriesAsked = 16;
constexpr std::size_t kWordsAsked = 3;
constexpr std::size_t kShortestWord = 4;
// A report of 200 pages has nothing to say here that its beginning does not.
constexpr std::size_t kTokensRead = 2000;

std::vector<Xapian::docid> spread_ids(const Xapian::Database& database) {
    const Xapian::docid last = database.get_lastdocid();
    std::vector<Xapian::docid> ids;
    for (Xapian::docid i = 0; i < std::min(kStoriesAsked, last); ++i)
        ids.push_back(static_cast<Xapian::docid>(1 + std::uint64_t{i} * last / std::min(kStoriesAsked, last)));
    return ids;
}

// Line by line, as the text was indexed. Evenly spread over what is read; fewer when the text has not more.
std::vector<std::string> sample_words(const std::string& text, Analyzer& analyzer) {
    std::vector<Token> tokens;
    for (std::size_t begin = 0; begin < text.size() && tokens.size() < kTokensRead;) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        analyzer.tokenize(std::string_view(text).substr(begin, end - begin), tokens);
        begin = end + 1;
    }
    std::vector<std::string> words;
    for (const Token& token : tokens)
        if (token.term.size() >= kShortestWord && !analyzer.is_stop_word(token.term)) words.push_back(token.term);
    if (words.size() <= kWordsAsked) return words;
    std::vector<std::string> sample;
    for (std::size_t i = 0; i < kWordsAsked; ++i)
        sample.push_back(words[(2 * i + 1) * words.size() / (2 * kWordsAsked)]);
    return sample;
}

class SmokeTest {
  public:
    explicit SmokeTest(const std::filesystem::path& stub) : database_(stub.string(), Xapian::DB_BACKEND_STUB) {}

    [[nodiscard]] const Xapian::Database& database() const { return database_; }

    // What is wrong; nullopt when the words find the story.
    std::optional<std::string> ask(const Article& article) {
        const std::vector<std::string> words = sample_words(article.text, analyzer_);
        if (words.empty()) return std::nullopt;
        std::vector<Xapian::Query> wanted;
        for (const std::string& word : words) {
            wanted.emplace_back(word);
            wanted.emplace_back(std::string(kStemPrefix) + analyzer_.stem(word));
        }
        Xapian::Enquire enquire(database_);
        enquire.set_query(Xapian::Query(Xapian::Query::OP_FILTER,
                                        Xapian::Query(Xapian::Query::OP_AND, wanted.begin(), wanted.end()),
                                        Xapian::Query(exact_term(Field::id, article.id))));
        const Xapian::MSet found = enquire.get_mset(0, 1);
        if (!found.empty() && decode_record(found.begin().get_document().get_data(), RecordPart::head).id == article.id)
            return std::nullopt;
        return fmt::format("the words {} do not find the story {} ({}) they were taken from", fmt::join(words, " "),
                           article.id, article.source);
    }

    // The story under this identifier, when it is there.
    [[nodiscard]] std::optional<Article> find(const std::string& id) const {
        const std::string term = exact_term(Field::id, id);
        const auto posting = database_.postlist_begin(term);
        if (posting == database_.postlist_end(term)) return std::nullopt;
        return decode_record(database_.get_document(*posting).get_data());
    }

  private:
    Xapian::Database database_;
    Analyzer analyzer_;
};

// A live generation that is damaged or of another format has nothing to ask: a sound one is to replace it.
std::vector<Article> read_live_stories(const std::filesystem::path& generation) {
    std::vector<Article> stories;
    if (generation.empty()) return stories;
    try {
        const Xapian::Database database(generation.string());
        for (const Xapian::docid id : spread_ids(database))
            stories.push_back(decode_record(database.get_document(id).get_data()));
    } catch (const Xapian::Error&) {
        stories.clear();
    } catch (const Error&) {
        stories.clear();
    }
    return stories;
}

}  // namespace

std::optional<std::string> run_smoke_test(const std::filesystem::path& stub,
                                          const std::filesystem::path& live_generation) {
    try {
        SmokeTest run(stub);
        for (const Xapian::docid id : spread_ids(run.database()))
            if (auto fault = run.ask(decode_record(run.database().get_document(id).get_data()))) return fault;
        for (const Article& before : read_live_stories(live_generation)) {
            // Lost stories are counted elsewhere, and a changed text need not have yesterday's words.
            const std::optional<Article> now = run.find(before.id);
            if (!now || now->id != before.id || now->text != before.text) continue;
            if (auto fault = run.ask(before)) return fault;
        }
    } catch (const Xapian::Error& error) {
        return fmt::format("{}: {}", stub.string(), error.get_description());
    }
    return std::nullopt;
}

}  // namespace findings
