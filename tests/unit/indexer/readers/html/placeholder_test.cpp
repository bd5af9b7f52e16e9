#include "indexer/readers/html/placeholder.hpp"

#include <doctest/doctest.h>

#include "tests/unit/indexer/readers/reading.hpp"

using namespace findings;
using namespace findings::test;

namespace {
std::string page(std::string_view title, std::string_view body, std::string_view head = {}) {
    return reason_of(read_as("a.html", "<html><head>" + std::string(head) + "<title>" + std::string(title) +
                                           "</title></head><body>" + std::string(body) + "</body></html>"));
}
}  // namespace

TEST_CASE("a page that only says there is none is a placeholder") {
    CHECK(page("404 Not Found", "<center><h1>404 Not Found</h1></center><hr><center>nginx</center>") == "placeholder");
    CHECK(
        page(
            "Page not found - Anytown Herald",
            "<h1>Sorry, we can't find that page</h1><p>The page you are looking for may have been moved or deleted.</p>"
            "<p>Try searching for it, or go back to the home page.</p><ul><li>News<li>Sport</ul>") == "placeholder");
    CHECK(page("Access denied", "<h1>Access denied</h1><p>You do not have permission to view this page.</p>") ==
          "placeholder");
    CHECK(page("403 Forbidden",
               "<h1>Forbidden</h1><p>You don't have permission to access / on this server.</p>"
               "<p>Apache/2.4 Server at www.example.org Port 80</p>") == "placeholder");
    CHECK(page("Just a moment...",
               "<h1>www.example.org</h1><p>Verifying you are human. This may take a few seconds.</p><p>"
               "www.example.org needs to review the security of your connection before "
               "proceeding.</p>") == "placeholder");
    CHECK(page("example.org", "<p>Please enable JavaScript and cookies to continue</p>") == "placeholder");
    CHECK(page("Anytown Council", "<p>You need to enable JavaScript to run this app.</p>") == "placeholder");
    CHECK(page("Redirecting", "<p>If you are not redirected <a href=x>click here</a>.</p>",
               "<meta http-equiv=refresh content='0; url=x'>") == "placeholder");
    CHECK(page("New site", "<p>We are at example.org now.</p>", "<meta http-equiv=refresh content='0;URL=x'>") ==
          "placeholder");
    CHECK(page("503 Service Unavailable", "<p>No server is available to handle this request.</p>") == "placeholder");
    CHECK(page("Frames", "<p>This page uses frames, but your browser doesn't support them.</p>") == "placeholder");
    CHECK(page("Herald", "<p>We value your privacy. We and our partners use cookies. Accept all</p>") == "placeholder");
    CHECK(reason_of(read_as("a.txt", "404 Not Found\n\nnginx\n")) == "placeholder");
    CHECK(reason_of(read_as("a.json", R"({"html":"<h1>Page not found</h1><p>The page does not exist.</p>"})")) ==
          "placeholder");
}
TEST_CASE("pages of councils, archives, networks and papers that hold no article are placeholders") {
    CHECK(page("Sorry! We couldn't find that page | Anytown Council",
               "<main><h1>Sorry! We couldn't find that page</h1><p>The link you followed may be broken, or the page "
               "may have "
               "been removed.</p><p><a href=/>Return to the homepage</a></p></main>") == "placeholder");
    CHECK(page("Access to this page has been denied.",
               "<h1>Please verify you are a human</h1><p>Access to this page has been denied because we believe you "
               "are using "
               "automation tools to browse the website.</p><p>This may happen as a result of the following:</p><ul><li>"
               "Javascript is disabled or blocked by an extension<li>Your browser does not support cookies</ul>") ==
          "placeholder");
    CHECK(page("Sign in - Herald",
               "<h1>Sign in to continue reading</h1><p>Already a subscriber? Log in to continue.</p><p>"
               "Create a free account to read this article.</p>") == "placeholder");
    CHECK(page("example.gov.uk | 522: Connection timed out",
               "<h1>Connection timed out</h1><p>The initial connection between the network and the origin web server "
               "timed "
               "out.</p><h2>What can I do?</h2><p>Please try again in a few minutes.</p>") == "placeholder");
    CHECK(page("Archive",
               "<p>Hrm. The archive has not archived that URL.</p><p>This page is not available on the web because "
               "page does not exist</p>") == "placeholder");
    CHECK(page("Site under maintenance",
               "<h1>We'll be back soon!</h1><p>Sorry for the inconvenience. We're performing some "
               "maintenance at the moment. We'll be back online shortly.</p>") == "placeholder");
    CHECK(page("Page not found",
               "<h1>This page can’t be found</h1><p>The page at this address is not there. Reports are now "
               "kept at reports.example.org.</p>") == "placeholder");
    CHECK(page("Herald",
               "<frameset><frame src=a.html><noframes>Your browser does not support frames.</noframes></frameset>") ==
          "placeholder");
}
TEST_CASE("a story that speaks of such things is a story") {
    CHECK(page("Access denied",
               "<h1>Access denied</h1><p>Inspectors were refused entry to Elm House on Tuesday and called "
               "the police.</p>") == "");
    CHECK(page("Page not found: the council's missing records",
               "<h1>Page not found: the council's missing records</h1><p>Half of the records that inspectors asked for "
               "could "
               "not be found, a report says.</p><p>Staff had been told to wait.</p>") == "");
    CHECK(page("Elm House", "<p>The records could not be found.</p>") == "");
    CHECK(page("Sorry", "<p>The director said sorry to all families whose children had waited for help.</p>") == "");
    CHECK(page("Gone", "<p>A child was missing for nine days before anyone told the police.</p>") == "");
    CHECK(page("Elm House rated good", "<p>Elm House is good.</p>", "<meta http-equiv=refresh content='300'>") == "");
    CHECK(page("Elm House",
               "<p>Elm House was rated good by Ofsted.</p><p>We use cookies. Please enable JavaScript.</p>") == "");
    CHECK(reason_of(read_as("a.txt", "The home was blocked.\n")) == "");
    CHECK(page("School not available: families wait",
               "<h1>School not available: families wait</h1><p>A school for children "
               "with autism is not there yet, a year after it was promised.</p>") == "");
    CHECK(page("Under maintenance",
               "<p>A home that was under maintenance when inspectors called has been rated good. Children "
               "said they liked their rooms.</p>") == "");
    CHECK(page("Sign in", "<p>A new sign in Elm Street shows the way to the home that was rated good by Ofsted.</p>") ==
          "");
}
