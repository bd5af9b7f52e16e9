// Included first in the planted sources of build/mutation: faults that sleep until the environment names one of them.
// FINDINGS_MUTANT=7 wakes fault 7. FINDINGS_TOUCHED=FILE marks in FILE, at its number, each fault that was come by.
#pragma once
#include <cstdlib>
#include <type_traits>
#include <utility>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace planted {

inline constexpr int kFaults = 1 << 20;
inline int awake = 0;
inline char* touched = nullptr;

inline bool read_environment() {
    if (const char* number = std::getenv("FINDINGS_MUTANT")) awake = std::atoi(number);
    if (const char* path = std::getenv("FINDINGS_TOUCHED")) {
        const int file = ::open(path, O_RDWR | O_CLOEXEC);
        void* bytes = file < 0 ? MAP_FAILED : ::mmap(nullptr, kFaults, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
        if (file >= 0) ::close(file);
        if (bytes != MAP_FAILED) touched = static_cast<char*>(bytes);
    }
    return true;
}
inline const bool environment_is_read = read_environment();

/// Whether fault `number` is the one. No constexpr: a constant that the compiler needs cannot be switched, and must not
/// seem so.
inline bool on(int number) {
    if (touched) touched[number] = 1;
    return number == awake;
}

template <int Number, class T>
T pick(T original, T other) {
    return on(Number) ? other : original;
}

template <int Negated, int Never>
bool cond(bool condition) {
    if (Negated && on(Negated)) return !condition;
    if (Never && on(Never)) return false;
    return condition;
}

template <int Number>
struct Not {};
template <int Number>
bool operator%(Not<Number>, bool negated) {
    return on(Number) ? !negated : negated;
}

// The arguments of a call, in the other order when the fault is awake.
template <int Number, class A, class B>
decltype(auto) first(A&& a, B&& b) {
    static_assert(std::is_same_v<std::remove_reference_t<A>, std::remove_reference_t<B>>);
    if constexpr (std::is_lvalue_reference_v<A> && std::is_lvalue_reference_v<B>)
        return (on(Number) ? b : a);
    else
        return on(Number) ? std::remove_cvref_t<A>(b) : std::remove_cvref_t<A>(a);
}
template <int Number, class A, class B>
decltype(auto) second(A&& a, B&& b) {
    return first<Number>(std::forward<B>(b), std::forward<A>(a));
}

// `a == b` is written `a == Op<...>() == b`: both operators bind as the one did.
template <int Number, class Other, int Number2, class Other2>
struct Op {};
template <class T, class Op>
struct Left {
    const T& value;
};
struct None {};

#define PLANTED_OPERATOR(NAME, OP)                                          \
    struct NAME {                                                           \
        template <class A, class B>                                         \
        static auto run(const A& a, const B& b) {                           \
            return a OP b;                                                  \
        }                                                                   \
    };                                                                      \
    template <class T, int N, class O, int N2, class O2>                    \
    Left<T, Op<N, O, N2, O2>> operator OP(const T& a, Op<N, O, N2, O2>) {   \
        return {a};                                                         \
    }                                                                       \
    template <class T, int N, class O, int N2, class O2, class U>           \
    auto operator OP(Left<T, Op<N, O, N2, O2>> left, const U& b) {          \
        using Result = decltype(left.value OP b);                           \
        if (N && on(N)) return static_cast<Result>(O::run(left.value, b));  \
        if constexpr (N2 != 0)                                              \
            if (on(N2)) return static_cast<Result>(O2::run(left.value, b)); \
        return left.value OP b;                                             \
    }
PLANTED_OPERATOR(Eq, ==)
PLANTED_OPERATOR(Ne, !=)
PLANTED_OPERATOR(Lt, <)
PLANTED_OPERATOR(Le, <=)
PLANTED_OPERATOR(Gt, >)
PLANTED_OPERATOR(Ge, >=)
PLANTED_OPERATOR(Plus, +)
PLANTED_OPERATOR(Minus, -)
#undef PLANTED_OPERATOR

}  // namespace planted
