#include "indexer/facets/provider/choose_bodies.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "common/base/table_rows.hpp"
#include "embedded/body_weights.hpp"
#include "tests/unit/indexer/facets/sample_article.hpp"

using namespace findings;

namespace {

std::vector<std::string> chosen(std::string title, std::initializer_list<std::string_view> blocks) {
    const CleanArticle article = make_article(std::move(title), blocks);
    const Reading reading = read_article(article);
    const BodyDecision decision = choose_bodies(reading, {});
    std::vector<std::string> slugs;
    for (const std::size_t row : decision.chosen) slugs.push_back(decision.story.bodies[row].slug);
    return slugs;
}

using List = std::vector<std::string>;

}  // namespace

TEST_CASE("the table has a weight for each feature, words of stories and no other row") {
    std::set<std::string> names;
    for_each_row(embedded::body_weights(), [&](const auto& cells) { names.emplace(cells.at(0)); });
    CHECK(std::erase_if(names, [](const std::string& name) { return name.starts_with("word:"); }) > 100);
    CHECK(names.erase("bias") == 1);
    for (const std::string_view feature : kBodyFeatureNames) CHECK(names.erase(std::string(feature)) == 1);
    CHECK(names.empty());
}

TEST_CASE("a body is known by its initials beside its region") {
    CHECK(
        chosen("", {"The troubled trust has some of the worst response times in England.",
                    "The Care Quality Commission (CQC) found that staff were kind but that EMAS required improvement.",
                    "The service covers Derbyshire and Leicestershire. EMAS said that it had hired 300 staff."}) ==
        List{"east-midlands-ambulance-service"});
}

TEST_CASE("two forces share the word behind the second name") {
    CHECK(
        chosen(
            "",
            {"Gwent and South Wales Police have been judged as good by Her Majesty's Inspectorate of Constabulary."}) ==
        List{"gwent-police", "south-wales-police"});
}

TEST_CASE("a name in the third paragraph is found, and nobody who only speaks") {
    CHECK(chosen("",
                 {"Residents were left in wet beds and a call bell rang for 40 minutes, inspectors said.",
                  "The Care Quality Commission has put the home in special measures.",
                  "Sue Marlow, the manager of Rowan Tree House in Redditch, said that she had recruited 12 carers."}) ==
          List{"rowan-tree-house"});
}

TEST_CASE("a story without capitals names its school") {
    CHECK(
        chosen(
            "",
            {"a primary school where children were told to sit in silence has been put in special measures.",
             "inspectors said that pupils at mallow green primary school in telford were afraid to speak. they "
             "criticised "
             "leaders who did not listen to staff and said that lessons were dull and often too easy for the children.",
             "ofsted rated the school inadequate in all areas. the governors said that they were shocked by the report "
             "and "
             "that they would write to all parents within a week."}) == List{"mallow-green-primary-school"});
}

TEST_CASE("each item of a list is a body") {
    const CleanArticle article = [] {
        CleanArticle made = make_article(
            "All the latest Ofsted inspections in Wigan",
            {"Ofsted's recent inspections in Wigan show mixed results.",
             "Chatty Kids Club was cited for gaps in training.",
             "Willow Bank School keeps its requires improvement rating.", "Parsonage Nursery received a good rating."});
        for (std::size_t i = 1; i < made.blocks.size(); ++i) made.blocks[i].role = BlockRole::list_item;
        return made;
    }();
    const BodyDecision decision = choose_bodies(read_article(article), {});
    List slugs;
    for (const std::size_t row : decision.chosen) slugs.push_back(decision.story.bodies[row].slug);
    CHECK(slugs == List{"chatty-kids-club", "willow-bank-school", "parsonage-nursery"});
}

TEST_CASE("a list of what a school does well is no list of schools") {
    CleanArticle article =
        make_article("Hill Primary School celebrates a good Ofsted report",
                     {"Hill Primary School in Coleford has been rated good by Ofsted inspectors.",
                      "Reading Support: children learn phonics early.", "Personal Development: pupils are kind.",
                      "Chair Of Governors: the chair said that she was proud."});
    for (std::size_t i = 1; i < article.blocks.size(); ++i) article.blocks[i].role = BlockRole::list_item;
    const BodyDecision decision = choose_bodies(read_article(article), {});
    REQUIRE(decision.chosen.size() == 1);
    CHECK(decision.story.bodies[decision.chosen.front()].slug == "hill-primary-school");
}

TEST_CASE("items behind numbers are a list, in the order of the text") {
    const CleanArticle article =
        make_article("All the latest Ofsted inspections in Wigan",
                     {"Ofsted's recent inspections of services in Wigan reveal various ratings.",
                      "1. Chatty Kids Club was cited for gaps in training.",
                      "2. Willow Bank School keeps its requires improvement rating.",
                      "3. Parsonage Nursery received a good rating."});
    const BodyDecision decision = choose_bodies(read_article(article), {});
    CHECK(decision.chosen.size() == 3);
}

TEST_CASE("two names joined by and are two bodies when the text names one of them alone") {
    CHECK(chosen("", {"Park View and Nansen Primary were both rated inadequate by Ofsted inspectors.",
                      "Nansen Primary School was told to let girls do sport. Park View School was told to change its "
                      "assemblies."}) == List{"nansen-primary-school", "park-view-school"});
}

TEST_CASE("of a trust and its hospitals, the trust when the story speaks of it") {
    CHECK(chosen("",
                 {"Safety at a trust that runs two hospitals has been rated inadequate by the Care Quality Commission.",
                  "Inspectors found too few nurses at Sandwell General Hospital and Rowley Regis Hospital.",
                  "Sandwell and West Birmingham Hospitals NHS Trust said that it was sorry. The trust was rated "
                  "requires improvement.",
                  "The trust has a month to reply. The trust said that it would."}) ==
          List{"sandwell-and-west-birmingham-hospitals-nhs-trust"});
}

TEST_CASE("a story on something else that recalls a rating reports no inspection") {
    CHECK(chosen("Pupils plant 100 trees", {"Children at Sandhill Infant School have planted 100 trees.",
                                            "Headteacher Joan Pike said that they loved getting muddy.",
                                            "The school in Selby has an outstanding Ofsted rating."})
              .empty());
    CHECK(chosen("Nurse struck off",
                 {"A nurse who stole painkillers from Withy Bridge Hospital in Taunton has been struck off.",
                  "She admitted theft at Taunton Magistrates' Court and was given a suspended sentence.",
                  "A spokesman for the hospital, which the CQC inspected last year, said it had tightened checks."})
              .empty());
}

TEST_CASE("inspect is told what spoke for each body, the surest first") {
    const auto considered =
        explain_bodies(make_article("Larch House rated inadequate by Ofsted",
                                    {"A children's home in Blackpool has been rated inadequate by Ofsted.",
                                     "Larch House, run by Northfold Care Ltd, was inspected in May."}),
                       {});
    REQUIRE(considered.size() >= 2);
    CHECK(considered.front().slug == "larch-house");
    CHECK(considered.front().chosen);
    CHECK(considered.front().score >= considered.back().score);
    CHECK_FALSE(considered.front().parts.empty());
}
