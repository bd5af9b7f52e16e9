#include "indexer/facets/grade/grade_weights.hpp"

namespace findings {

int weigh_grade(const GradeReading& reading, Where where) {
    int weight = 10;
    if (reading.subject == GradeSubject::overall) weight += 20;
    if (reading.subject == GradeSubject::named) weight += 12;
    if (reading.subject == GradeSubject::generic) weight += 8;
    if (reading.firm) weight += 8;
    return weight + (where == Where::title ? 4 : 0);
}

int weigh_previous_grade(const GradeReading& reading, Where where) {
    int weight = 20;
    if (reading.subject == GradeSubject::overall) weight += 10;
    if (reading.subject == GradeSubject::named || reading.subject == GradeSubject::generic) weight += 5;
    return weight + (where == Where::title ? 4 : 0);
}

}  // namespace findings
