#include "indexer/register_files/table/as_at_day.hpp"

#include <doctest/doctest.h>

using namespace findings;

TEST_CASE("a title says as at which day a register stands, a month or year its last day") {
    CHECK(find_as_at_in_title("Social care data in England 2024 – Provider level as at 31 March 2024") == "2024-03-31");
    CHECK(find_as_at_in_title("Provider level as at March 2022") == "2022-03-31");
    CHECK(find_as_at_in_title("Providers, as at: 29th February 2024.") == "2024-02-29");
    CHECK(find_as_at_in_title("Inspections as at 31/08/2019") == "2019-08-31");
    CHECK(find_as_at_in_title("As at 2020") == "2020-12-31");
    CHECK(find_as_at_in_title("Social care data in England 2024").empty());
}

TEST_CASE("a file's name says it too") {
    CHECK(find_as_at_in_name("provider_at_march_2024.csv") == "2024-03-31");
    CHECK(find_as_at_in_name("2026-05-31_datastore.csv") == "2026-05-31");
    CHECK(find_as_at_in_name("etr-2026-07.csv") == "2026-07-31");
    CHECK(find_as_at_in_name("edubasealldata20260601.csv") == "2026-06-01");
    CHECK(find_as_at_in_name("01_July_2024_directory.csv") == "2024-07-01");
    CHECK(find_as_at_in_name("latest_inspections_as_at_30_April_2024.csv") == "2024-04-30");
    CHECK(find_as_at_in_name("ratings-2024.csv") == "2024-12-31");
    CHECK(find_as_at_in_name("2023_ofsted_la.csv") == "2023-12-31");
}

TEST_CASE("a span of years, two years and no year are no day") {
    CHECK(find_as_at_in_name("inspections-in-year-2017-18.csv").empty());
    CHECK(find_as_at_in_name("secondary-2023-24-with-grade.csv").empty());
    CHECK(find_as_at_in_name("from-2019-and-2022.csv").empty());
    CHECK(find_as_at_in_name("groups-sample.csv").empty());
    CHECK(find_as_at_in_name("file-1234.csv").empty());
}
