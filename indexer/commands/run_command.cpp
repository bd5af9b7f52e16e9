#include "indexer/commands/run_command.hpp"

#include <ostream>

#include "common/options/program_version.hpp"
#include "indexer/io/failpoint.hpp"

namespace findings {

Status run_command(const IndexOptions& options, std::ostream& out, std::ostream& messages) {
    arm_failpoint(options.fault);
    switch (options.command) {
        case IndexCommand::build:
            return run_build(options, out, messages);
        case IndexCommand::inspect:
            return run_inspect(options, out);
        case IndexCommand::status:
            return run_status(options, out);
        case IndexCommand::list:
            return run_list(options, out);
        case IndexCommand::verify:
            return run_verify(options, out);
        case IndexCommand::rollback:
            return run_rollback(options, out, messages);
        case IndexCommand::prune:
            return run_prune(options, out, messages);
        case IndexCommand::keep:
            return run_keep(options, out, messages);
        case IndexCommand::release:
            return run_release(options, out, messages);
        case IndexCommand::withdraw:
            return run_withdraw(options, out, messages);
        case IndexCommand::failures:
            return run_failures(options, out);
        case IndexCommand::diff:
            return run_diff(options, out);
        case IndexCommand::register_file:
            return run_register(options, out);
        case IndexCommand::reconcile:
            return run_reconcile(options, out);
        case IndexCommand::export_index:
            return run_export(options, out, messages);
        case IndexCommand::help:
            out << (options.arguments.empty() ? index_help() : command_help(options.arguments.front()));
            return Status::ok;
        case IndexCommand::version:
            out << describe_program_version("findings-index");
            return Status::ok;
    }
    return Status::bug;
}

}  // namespace findings
