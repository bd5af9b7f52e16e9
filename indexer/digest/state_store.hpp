#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "indexer/digest/digest.hpp"
#include "indexer/digest/open_generation.hpp"
#include "indexer/digest/silent_sources.hpp"

namespace findings {

/// One publication the state knows.
struct Publication {
    std::int64_t run = 0;  ///< rises by one each publication, whatever generations are called or deleted
    std::string generation;
    std::string built_at;
};

/// A version of a story: its id and the hash of what it said.
struct StoryVersion {
    std::int64_t id = 0;
    std::int64_t content = 0;
    std::int64_t run = 0;  ///< the publication in which it was first seen
};

/// How far a saved search has been told about.
struct SearchPosition {
    std::string text;  ///< query and filters; another text is another search
    std::int64_t run = 0;
};

/// A hit that no digest has told yet.
struct SearchHit {
    std::string search;
    StoryVersion version;
    std::string payload;  ///< as the digest will tell it, opaque here
};

/// `state.sqlite`: what cannot be computed again from the sources. Only SQL is here; what it means is decided by
/// publish_digest. Everything is written after the generation is live, so the state is never ahead of what is
/// published; when it is behind, the next publication catches up.
class StateStore {
  public:
    /// Opens or makes the state. One that is damaged or of another shape is kept aside as
    /// `state.sqlite.damaged-<suffix>` and a new one begun; `notice()` says so. Throws: Error{io_error}.
    StateStore(const std::filesystem::path& path, const std::string& suffix);
    /// The state for reading alone; nullptr when it is not there or cannot be read. Changes nothing on disk.
    static std::unique_ptr<StateStore> read(const std::filesystem::path& path);
    ~StateStore();
    StateStore(const StateStore&) = delete;
    StateStore& operator=(const StateStore&) = delete;

    /// What happened to the file, for the run's warnings; empty when nothing did.
    [[nodiscard]] const std::string& notice() const;
    [[nodiscard]] bool is_new() const;  ///< no publication is known

    /// Does `work` as one transaction: all of it or, when it throws or the process is killed, nothing.
    void transact(const std::function<void()>& work);

    std::int64_t add_publication(const std::string& generation, const std::string& built_at);
    /// The newest publication whose digest has been written.
    [[nodiscard]] std::optional<Publication> last_told() const;
    /// Publications whose digest was not written when the run ended.
    [[nodiscard]] std::vector<Publication> list_untold() const;
    /// Marks every publication up to a run as told and lets go of its hits' texts.
    void set_told(std::int64_t run);

    /// Adds the versions that are not known yet under `run`, `is_news` deciding whether a saved search may report
    /// them; returns their stories. Requires: `stories` sorted by id. One pass over both.
    std::vector<StoryPrint> add_versions(const std::vector<StoryPrint>& stories, std::int64_t run,
                                         const std::function<bool(const StoryPrint&)>& is_news);
    /// The versions first seen after a run that may be reported, sorted by id.
    [[nodiscard]] std::vector<StoryVersion> list_versions_after(std::int64_t run) const;
    /// The time of the publication in which any version of a story was first seen; empty when it is not known.
    [[nodiscard]] std::string first_seen(std::int64_t id) const;

    /// Stories first seen in a publication since `time`, the newest first, at most so many: id and time of the
    /// publication. Those of the first publication known came with it and are left out.
    [[nodiscard]] std::vector<std::pair<std::int64_t, std::string>> list_first_seen(const std::string& time,
                                                                                    std::size_t most) const;

    void add_arrival(const std::string& source, const std::string& day);
    [[nodiscard]] Arrivals list_arrivals() const;

    /// Remembers what is rejected now since when; forgets what no longer is.
    void set_failures(const std::vector<Rejection>& rejections, std::int64_t run);
    /// When a rejection was first seen (UTC); empty when that is not known.
    [[nodiscard]] std::string failing_since(const Rejection& rejection) const;

    [[nodiscard]] std::optional<SearchPosition> find_search(const std::string& name) const;
    /// A search whose text is another forgets its hits: it is a new one.
    void set_search(const std::string& name, const SearchPosition& position);
    /// False when this search has reported this version before.
    bool add_hit(const SearchHit& hit, std::int64_t run);
    [[nodiscard]] std::vector<SearchHit> list_untold_hits() const;

  private:
    struct Impl;
    explicit StateStore(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace findings
