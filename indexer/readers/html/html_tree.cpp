#include "indexer/readers/html/html_tree.hpp"

#include <algorithm>
#include <memory>

#include "indexer/readers/text/text_blocks.hpp"

namespace findings {
namespace {

constexpr std::size_t kChunkBytes = 256U << 10U;

void* allocate_in_tree(void* tree, std::size_t size) { return static_cast<HtmlTree*>(tree)->allocate(size); }
void keep_until_the_end(void*, void*) {}

bool is_text(const GumboNode& node) {
    return node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_CDATA || node.type == GUMBO_NODE_WHITESPACE;
}

bool holds_no_text(const GumboNode& node) {
    return is_tag(node, GUMBO_TAG_SCRIPT) || is_tag(node, GUMBO_TAG_STYLE) || is_tag(node, GUMBO_TAG_SVG);
}

}  // namespace

HtmlTree::HtmlTree(std::string_view html) {
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = allocate_in_tree;
    options.deallocator = keep_until_the_end;
    options.userdata = this;
    options.max_errors = 0;
    output_ = gumbo_parse_with_options(&options, html.data(), html.size());
}

void* HtmlTree::allocate(std::size_t size) {
    size = (size + 15U) & ~std::size_t{15};
    if (size > left_) {
        const std::size_t chunk = std::max(size, kChunkBytes);
        next_ = chunks_.emplace_back(std::make_unique_for_overwrite<char[]>(chunk)).get();
        left_ = chunk;
    }
    char* memory = next_;
    next_ += size;
    left_ -= size;
    return memory;
}

std::string_view attribute(const GumboNode& node, const char* name) {
    if (!is_element(node)) return {};
    const GumboAttribute* found = gumbo_get_attribute(&node.v.element.attributes, name);
    return found == nullptr ? std::string_view{} : std::string_view(found->value);
}

bool has_attribute(const GumboNode& node, const char* name) {
    return is_element(node) && gumbo_get_attribute(&node.v.element.attributes, name) != nullptr;
}

bool is_element(const GumboNode& node) { return node.type == GUMBO_NODE_ELEMENT || node.type == GUMBO_NODE_TEMPLATE; }

bool is_tag(const GumboNode& node, GumboTag tag) { return is_element(node) && node.v.element.tag == tag; }

const GumboVector& children(const GumboNode& node) { return node.v.element.children; }

const GumboNode& child(const GumboNode& node, std::size_t index) {
    return *static_cast<const GumboNode*>(children(node).data[index]);
}

std::string text_of(const GumboNode& root) {
    std::string text;
    walk_tree(
        root,
        [&](const GumboNode& node) {
            if (is_text(node)) text.append(node.v.text.text);
            if (is_tag(node, GUMBO_TAG_BR)) text.push_back(' ');
            return is_element(node) && !holds_no_text(node);
        },
        [](const GumboNode&) {});
    return fold_spaces(text);
}

std::size_t measure_text(const GumboNode& root) {
    std::size_t size = 0;
    walk_tree(
        root,
        [&](const GumboNode& node) {
            if (is_text(node))
                for (const char* c = node.v.text.text; *c != '\0'; ++c) size += *c > ' ' || *c < 0 ? 1U : 0U;
            return is_element(node) && !holds_no_text(node);
        },
        [](const GumboNode&) {});
    return size;
}

bool holds_link(const GumboNode& root) {
    bool found = false;
    walk_tree(
        root,
        [&](const GumboNode& node) {
            found = found || is_tag(node, GUMBO_TAG_A);
            return is_element(node) && !found;
        },
        [](const GumboNode&) {});
    return found;
}

}  // namespace findings
