#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/facets/evidence/context.hpp"

namespace findings {

/// Awards in the making: one for each provider of the article, filled from tables, sentences and headlines.
/// The best proof of each grade wins, the first among equals.
class AwardDrafts {
  public:
    explicit AwardDrafts(const FacetContext& context);

    void add_grade(std::size_t provider, std::string_view slug, int weight, Evidence evidence);
    void add_previous(std::size_t provider, std::string_view slug, int weight, Evidence evidence);
    void add_judgement(std::size_t provider, std::string_view area, std::string_view area_label, std::string_view slug,
                       Evidence evidence);
    void add_first(std::size_t provider, Evidence evidence);
    void add_inferred(std::size_t provider, std::string_view slug, Evidence evidence);
    /// Takes a provider's overall grade back.
    void forget_grade(std::size_t provider) { drafts_[provider].grade = {}; }
    void add_remark(std::string_view slug, Evidence evidence);
    /// The provider a grade without a subject of its own belongs to: the only one, else the one named last
    /// before a byte of the body. `size()` when there is none.
    [[nodiscard]] std::size_t provider_before(std::size_t byte) const;
    [[nodiscard]] std::size_t size() const { return drafts_.size(); }
    [[nodiscard]] bool has_grade() const;
    [[nodiscard]] bool has_judgements(std::size_t provider) const { return !drafts_[provider].judgements.empty(); }

    /// Awards, values and remarks.
    FoundAwards finish();

  private:
    struct Proof {
        std::string slug;
        int weight = 0;
        Evidence evidence;
    };
    struct AreaProof {
        std::string area;
        std::string label;
        std::string slug;
        Evidence evidence;
    };
    struct Draft {
        std::string provider;
        Proof grade;
        Proof previous;
        Proof first;
        Proof inferred;
        std::vector<AreaProof> judgements;
    };

    static void keep_better(Proof& proof, std::string_view slug, int weight, Evidence evidence);
    static void finish_draft(Draft& draft, FoundAwards& found);

    const FacetContext& context_;
    std::vector<Draft> drafts_;
    std::vector<FacetValue> remarks_;
};

/// Evidence on a stretch of the body or, with `where` title, of the title.
Evidence make_grade_evidence(const CleanArticle& article, Where where, Span span, std::string_view rule,
                             std::string_view role, double confidence);

}  // namespace findings
