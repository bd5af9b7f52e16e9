#pragma once

#include <filesystem>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "searcher/index/search_context.hpp"

namespace findings {

/// A generation opened for pages.
struct PageContext : SearchContext {
    using SearchContext::SearchContext;
    std::vector<std::string> manifests;  ///< hash of each generation's manifest; empty where it was gone already
};

/// Opened generations for several threads. What Xapian opens belongs to one thread at a time, so each request borrows a
/// context of its own; it stays open and warm for the next one. A generation published meanwhile is opened by the first
/// request that comes after it; what is borrowed goes on answering from its own.
class GenerationPool {
  public:
    /// `roots`: index roots, searched as one. `kept`: contexts left open at most.
    GenerationPool(std::vector<std::filesystem::path> roots, std::size_t kept)
        : roots_(std::move(roots)), kept_(kept) {}

    /// A context on loan; given back when it goes out of scope. Requires: the pool outlives it.
    class Loan {
      public:
        Loan(GenerationPool& pool, std::string key, std::unique_ptr<PageContext> context)
            : pool_(&pool), key_(std::move(key)), context_(std::move(context)) {}
        Loan(Loan&&) = default;
        Loan& operator=(Loan&&) = delete;
        Loan(const Loan&) = delete;
        Loan& operator=(const Loan&) = delete;
        ~Loan();
        PageContext& operator*() { return *context_; }
        PageContext* operator->() { return context_.get(); }

      private:
        GenerationPool* pool_;
        std::string key_;
        std::unique_ptr<PageContext> context_;
    };

    /// The live generation, or the one `named`; its stories, or its findings. Throws: Error{unavailable} as
    /// open_index().
    Loan borrow(const std::string& named = {}, SearchedUnit unit = SearchedUnit::stories);

    [[nodiscard]] const std::vector<std::filesystem::path>& roots() const { return roots_; }

  private:
    struct Idle {
        std::string key;
        std::unique_ptr<PageContext> context;
    };
    [[nodiscard]] std::string make_key(const std::string& named) const;
    [[nodiscard]] std::string stamp_lists() const;
    [[nodiscard]] std::string stamp_folders(const std::string& generation) const;
    void give_back(std::string key, std::unique_ptr<PageContext> context);

    std::vector<std::filesystem::path> roots_;
    std::size_t kept_;
    std::mutex mutex_;
    std::list<Idle> idle_;  ///< last given back first
    std::string live_key_;  ///< of the last request for the live generation
};

}  // namespace findings
