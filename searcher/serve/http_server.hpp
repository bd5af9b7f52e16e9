#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>

#include "searcher/serve/access_log.hpp"
#include "searcher/site/http_message.hpp"

namespace findings {

/// What a server may cost.
struct ServerLimits {
    unsigned threads = 2;
    unsigned max_connections = 256;
    std::size_t request_bytes = 16UL * 1024;  ///< request line and headers, or a body
    std::chrono::seconds request_time{10};    ///< from its first byte to the last one of the answer
};

/// What the server asks for.
struct ServerHandlers {
    std::function<HttpAnswer(const HttpRequest&)> answer;              ///< may be called by several threads at once
    std::function<HttpAnswer(int status, const std::string&)> refuse;  ///< an answer that says why there is none
    std::function<void(const AccessRecord&)> log;                      ///< likewise
};

/// HTTP/1.1 on a listening socket, and the only place that knows libmicrohttpd. Answers GET and HEAD; 405 for other
/// methods, 413 for a body and 431 for headers over the limit. A connection whose request or answer takes longer than
/// the limit is cut off, however busy it is.
class HttpServer {
  public:
    /// Takes the socket over. Throws: Error{io_error} when the server cannot start.
    HttpServer(int listening, const ServerLimits& limits, ServerHandlers handlers);
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;
    ~HttpServer();

    /// Takes no more connections, waits for the answers in progress, as long as a request may take, and ends.
    void stop();

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace findings
