#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <gumbo.h>

namespace findings {

/// A parsed page. Gumbo frees a tree by recursion, which a page of a million nested tags turns into a stack
/// overflow; here all its memory comes from blocks that are freed at once, and its own freeing is never
/// called.
class HtmlTree {
  public:
    /// Throws: std::bad_alloc, through Gumbo, which holds nothing but memory of this tree.
    explicit HtmlTree(std::string_view html);
    ~HtmlTree() = default;
    HtmlTree(const HtmlTree&) = delete;
    HtmlTree& operator=(const HtmlTree&) = delete;

    [[nodiscard]] const GumboNode& root() const { return *output_->root; }

    /// Memory that lives as long as the tree.
    void* allocate(std::size_t size);

  private:
    std::vector<std::unique_ptr<char[]>> chunks_;
    char* next_ = nullptr;
    std::size_t left_ = 0;
    GumboOutput* output_ = nullptr;
};

/// Attribute of an element, empty when it has none. Requires: an element.
std::string_view attribute(const GumboNode& node, const char* name);
bool has_attribute(const GumboNode& node, const char* name);

bool is_element(const GumboNode& node);
bool is_tag(const GumboNode& node, GumboTag tag);
const GumboVector& children(const GumboNode& node);
const GumboNode& child(const GumboNode& node, std::size_t index);

/// Calls `enter(node)` for every node below and including `root` in document order, `leave(node)` after the
/// node's children; `enter` returns false to skip the children. No recursion: depth costs memory, not stack.
template <typename Enter, typename Leave>
void walk_tree(const GumboNode& root, Enter&& enter, Leave&& leave) {
    struct Frame {
        const GumboNode* node;
        unsigned next;
    };
    std::vector<Frame> stack;
    if (enter(root)) stack.push_back({&root, 0});
    while (!stack.empty()) {
        Frame& frame = stack.back();
        if (!is_element(*frame.node) || frame.next == children(*frame.node).length) {
            const GumboNode& done = *frame.node;
            stack.pop_back();
            leave(done);
            continue;
        }
        const GumboNode& node = child(*frame.node, frame.next++);
        if (enter(node)) stack.push_back({&node, 0});
    }
}

/// All text below a node with its spaces folded, scripts and styles left out.
std::string text_of(const GumboNode& root);

/// Number of bytes of text below a node, white space not counted.
std::size_t measure_text(const GumboNode& root);

/// Whether the node is or holds a link.
bool holds_link(const GumboNode& root);

}  // namespace findings
