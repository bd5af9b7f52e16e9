#include "searcher/page/public_view.hpp"

namespace findings {
namespace {

// Over the pieces together: a marked word may stand inside an address.
void hide_places_in_snippet(std::vector<SnippetPiece>& snippet) {
    std::string text;
    for (const SnippetPiece& piece : snippet) text += piece.text;
    text = hide_places_in(std::move(text));
    std::size_t at = 0;
    for (SnippetPiece& piece : snippet) {
        piece.text = text.substr(at, piece.text.size());
        at += piece.text.size();
    }
}

}  // namespace

void hide_places(Hit& hit) {
    if (!is_childrens_home(hit.article)) return;
    hide_places(hit.article);
    hide_places_in_snippet(hit.snippet);
    if (!hit.finding) return;
    hit.finding->text = hide_places_in(std::move(hit.finding->text));
    hide_places_in_printed_parts(hit.finding->finding);
}

}  // namespace findings
