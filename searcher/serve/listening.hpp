#pragma once

#include <string>
#include <string_view>

namespace findings {

/// Where the server listens, taken apart: "127.0.0.1:8080", "localhost:0", "[::1]:8080", "0.0.0.0:80".
struct ListenAddress {
    std::string host;  ///< without brackets
    std::string port;
};

/// Throws: Error{usage} for anything but ADDRESS:PORT.
ListenAddress parse_listen(std::string_view text);

/// A socket that listens.
struct Listening {
    int socket = -1;
    std::string address;    ///< ADDRESS:PORT as bound, an IPv6 address in brackets
    bool loopback = false;  ///< only this machine can reach it
};

/// Opens it. Throws: Error{usage} when there is no such address; Error{io_error} when it is taken or forbidden.
Listening open_listening(const ListenAddress& where);

/// The socket that systemd hands over to process `process` (`LISTEN_PID`, `LISTEN_FDS`), if it does. Throws:
/// Error{usage} when it hands over several.
bool take_handed_socket(const std::string& listen_pid, const std::string& listen_fds, long process, Listening& taken);

}  // namespace findings
