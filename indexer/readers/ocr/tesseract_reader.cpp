#include "indexer/readers/ocr/tesseract_reader.hpp"

#ifdef FINDINGS_TESSERACT
#include <algorithm>
#include <cmath>
#include <ctime>
#include <map>
#include <new>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <leptonica/allheaders.h>
#include <tesseract/baseapi.h>
#include <tesseract/ocrclass.h>
#include <tesseract/osdetect.h>
#include <tesseract/resultiterator.h>

#include "indexer/readers/ocr/ink_width.hpp"
#include "indexer/readers/ocr/looks_welsh.hpp"
#include "indexer/readers/ocr/misread_lines.hpp"

namespace findings {
namespace {

/// Of this process: a page is not given up because others work too.
double processor_seconds() {
    timespec time{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

constexpr float kInchPoints = 72;
// In degrees. Tesseract follows a line that rises less by itself; a scanner's feed turns a page by up to a few.
constexpr float kLeastSkew = 0.2F;
constexpr float kMostSkew = 10;
// Leptonica's own judgement of the angle it found; below it there are too few lines to tell.
constexpr float kLeastSkewConfidence = 3;
// A page read upside down or sideways has no words of a language.
constexpr int kPoorConfidence = 70;
constexpr float kLeastOrientationMargin = 1.5F;
// Letters without stems up or down are about half as high as the font is.
constexpr float kSizeOfHeight = 1.9F;

struct DropPix {
    void operator()(Pix* pix) const { pixDestroy(&pix); }
};
using OwnedPix = std::unique_ptr<Pix, DropPix>;

OwnedPix make_pix(const PagePicture& picture) {
    OwnedPix pix(pixCreate(picture.width, picture.height, 8));
    if (!pix) throw std::bad_alloc();
    l_uint32* data = pixGetData(pix.get());
    const int words = pixGetWpl(pix.get());
    const auto* from = reinterpret_cast<const unsigned char*>(picture.pixels.data());
    for (int y = 0; y < picture.height; ++y) {
        l_uint32* line = data + static_cast<std::ptrdiff_t>(y) * words;
        for (int x = 0; x < picture.width; ++x) SET_DATA_BYTE(line, x, *from++);
    }
    return pix;
}

/// The page turned so that its lines are level.
OwnedPix level(OwnedPix pix) {
    const OwnedPix black_and_white(pixConvertTo1(pix.get(), 160));
    l_float32 angle = 0;
    l_float32 confidence = 0;
    if (!black_and_white || pixFindSkew(black_and_white.get(), &angle, &confidence) != 0 ||
        confidence < kLeastSkewConfidence || std::abs(angle) < kLeastSkew || std::abs(angle) > kMostSkew)
        return pix;
    constexpr float kDegree = 3.14159265F / 180;
    OwnedPix turned(pixRotateAMGray(pix.get(), angle * kDegree, 255));
    return turned ? std::move(turned) : std::move(pix);
}

std::string join_languages(const std::vector<std::string>& languages) {
    std::string joined;
    for (const std::string& language : languages) joined += (joined.empty() ? "" : "+") + language;
    return joined;
}

class TesseractReader : public PageReader {
  public:
    TesseractReader(OcrSetting setting, std::filesystem::path data, unsigned seconds)
        : setting_(std::move(setting)), data_(std::move(data)), seconds_(seconds) {
        setMsgSeverity(L_SEVERITY_NONE);
        available_ = list_ocr_languages(data_);
    }

    PageReading read(const PagePicture& picture) override {
        end_ = processor_seconds() + seconds_;
        const std::string languages = setting_.automatic ? "eng" : join_languages(setting_.languages);
        OwnedPix pix = level(make_pix(picture));
        resolution_ = picture.dots_per_inch;
        PageReading reading = recognise(*pix, languages);
        if (!reading.failure.empty()) return reading;
        if (is_poor(reading.text)) read_turned(pix, languages, reading);
        if (!setting_.automatic || !has("cym") || !looks_welsh(join_words(reading.text))) return reading;
        PageReading welsh = recognise(*pix, "cym+eng");
        return welsh.failure.empty() && welsh.text.confidence >= reading.text.confidence ? welsh : reading;
    }

  private:
    [[nodiscard]] bool has(std::string_view language) const {
        return std::find(available_.begin(), available_.end(), language) != available_.end();
    }

    static bool is_poor(const PageText& text) { return text.confidence < kPoorConfidence || text.words.size() < 3; }

    static std::string join_words(const PageText& text) {
        std::string joined;
        for (const PageWord& word : text.words) joined.append(word.text).push_back(' ');
        return joined;
    }

    /// A page that lies on its side or head is turned, when that reads better.
    void read_turned(OwnedPix& pix, const std::string& languages, PageReading& reading) {
        const int quarters = find_quarter_turns(*pix);
        if (quarters == 0) return;
        OwnedPix original = std::move(pix);
        pix.reset(pixClone(original.get()));
        // Of a few lines it can be told that they stand upright, but not always which end is up.
        for (const int turns : {quarters, (quarters + 2) % 4}) {
            if (turns == 0 || !is_poor(reading.text)) return;
            OwnedPix turned(pixRotateOrth(original.get(), turns));
            if (!turned) return;
            turned = level(std::move(turned));
            PageReading again = recognise(*turned, languages);
            if (!again.failure.empty() || again.text.confidence <= reading.text.confidence) continue;
            reading = std::move(again);
            pix = std::move(turned);
        }
    }

    /// Turns with the clock, 0 to 3, that set the page upright.
    int find_quarter_turns(Pix& pix) {
        if (!has("osd")) return 0;
        tesseract::TessBaseAPI* api = open("osd", tesseract::OEM_DEFAULT);
        if (api == nullptr) return 0;
        api->SetPageSegMode(tesseract::PSM_OSD_ONLY);
        api->SetImage(&pix);
        api->SetSourceResolution(static_cast<int>(std::lround(resolution_)));
        tesseract::OSResults found;
        int turns = 0;
        if (api->DetectOS(&found) && found.best_result.oconfidence > kLeastOrientationMargin)
            turns = found.best_result.orientation_id;
        api->Clear();
        return turns;
    }

    tesseract::TessBaseAPI* open(const std::string& languages, tesseract::OcrEngineMode mode) {
        const auto known = engines_.find(languages);
        if (known != engines_.end()) return known->second.get();
        auto api = std::make_unique<tesseract::TessBaseAPI>();
        const std::vector<std::string> names{"debug_file"};
        const std::vector<std::string> values{"/dev/null"};
        if (api->Init(data_.c_str(), languages.c_str(), mode, nullptr, 0, &names, &values, false) != 0) return nullptr;
        return (engines_[languages] = std::move(api)).get();
    }

    PageReading recognise(Pix& pix, const std::string& languages) {
        PageReading reading;
        tesseract::TessBaseAPI* api = open(languages, tesseract::OEM_LSTM_ONLY);
        if (api == nullptr) return {{}, "tesseract cannot read its data for " + languages};
        api->SetPageSegMode(tesseract::PSM_AUTO);
        api->SetImage(&pix);
        api->SetSourceResolution(static_cast<int>(std::lround(resolution_)));
        tesseract::ETEXT_DESC monitor;
        monitor.cancel = [](void* end, int) { return processor_seconds() > *static_cast<const double*>(end); };
        monitor.cancel_this = &end_;
        const bool read = api->Recognize(&monitor) == 0 && processor_seconds() <= end_;
        if (read)
            collect(*api, pix, reading.text);
        else
            reading.failure = "its text was not read within " + std::to_string(seconds_) + " seconds of a processor";
        api->Clear();
        return reading;
    }

    void collect(tesseract::TessBaseAPI& api, Pix& pix, PageText& text) const {
        const float scale = kInchPoints / resolution_;
        text.width = static_cast<float>(pixGetWidth(&pix)) * scale;
        text.height = static_cast<float>(pixGetHeight(&pix)) * scale;
        const std::unique_ptr<tesseract::ResultIterator> at(api.GetIterator());
        const OwnedPix ink(api.GetThresholdedImage());
        double sum = 0;
        double letters = 0;
        std::vector<float> widths;
        std::vector<float> confidences;
        bool starts_line = true;
        if (at) do {
                starts_line = starts_line || at->IsAtBeginningOf(tesseract::RIL_TEXTLINE);
                const std::unique_ptr<char[]> utf8(at->GetUTF8Text(tesseract::RIL_WORD));  // NOLINT: tesseract's own
                if (!utf8) continue;
                const std::string_view word(utf8.get());
                const float confidence = at->Confidence(tesseract::RIL_WORD);
                if (word.find_first_not_of(" \n") == std::string_view::npos) continue;
                sum += static_cast<double>(confidence) * static_cast<double>(word.size());
                letters += static_cast<double>(word.size());
                add_word(*at, word, scale, starts_line, text);
                confidences.push_back(confidence);
                widths.push_back(measure(*at, ink.get()));
                starts_line = false;
            } while (at->Next(tesseract::RIL_WORD));
        text.confidence = letters == 0 ? 0 : static_cast<int>(std::lround(sum / letters));
        even_sizes(text.words);
        mark_bold(widths, text.words);
        name_bullets(confidences, text.words);
        drop_noise(confidences, text.words);
        if (ink) add_unread_marks(*ink, scale, text.words);
    }

    static void add_word(const tesseract::ResultIterator& at, std::string_view word, float scale, bool starts_line,
                         PageText& text) {
        int left = 0;
        int top = 0;
        int right = 0;
        int bottom = 0;
        at.BoundingBox(tesseract::RIL_WORD, &left, &top, &right, &bottom);
        int x0 = 0;
        int y0 = 0;
        int x1 = 0;
        int y1 = 0;
        if (!at.Baseline(tesseract::RIL_TEXTLINE, &x0, &y0, &x1, &y1)) y0 = y1 = bottom;
        float height = 0;
        float descenders = 0;
        float ascenders = 0;
        at.RowAttributes(&height, &descenders, &ascenders);
        PageWord& out = text.words.emplace_back();
        out.text = word;
        out.x0 = static_cast<float>(left) * scale;
        out.x1 = static_cast<float>(right) * scale;
        out.baseline = static_cast<float>(y0 + y1) / 2 * scale;
        out.size = (height - ascenders + descenders) * kSizeOfHeight * scale;
        out.starts_line = starts_line;
    }

    static float measure(const tesseract::ResultIterator& at, Pix* ink) {
        InkBox box;
        at.BoundingBox(tesseract::RIL_WORD, &box.left, &box.top, &box.right, &box.bottom);
        InkCounter counter;
        if (ink != nullptr) count_ink(*ink, box, counter);
        return counter.width();
    }

    /// A mark that the layout took for a speck, and a list would lose.
    static void add_unread_marks(Pix& ink, float scale, std::vector<PageWord>& words) {
        const std::vector<PageWord> read = words;
        words.clear();
        for (std::size_t i = 0; i < read.size(); ++i) {
            const MarkPlace place = read[i].starts_line ? find_mark_place(read, i) : MarkPlace();
            InkCounter counter;
            if (place.x0 < place.x1)
                count_ink(ink,
                          {static_cast<int>(place.x0 / scale), static_cast<int>(place.top / scale),
                           static_cast<int>(place.x1 / scale), static_cast<int>(place.bottom / scale)},
                          counter);
            const InkBox& box = counter.extent();
            const MarkPlace extent{static_cast<float>(box.left) * scale, static_cast<float>(box.right) * scale,
                                   static_cast<float>(box.top) * scale, static_cast<float>(box.bottom) * scale};
            const bool marked = counter.ink() > 0 && is_mark(extent, counter.share(), read[i].size);
            if (marked) {
                PageWord& mark = words.emplace_back(read[i]);
                mark.text = "\xe2\x80\xa2";
                mark.x0 = extent.x0;
                mark.x1 = extent.x1;
            }
            words.push_back(read[i]);
            if (marked) words.back().starts_line = false;
        }
    }

    static void count_ink(Pix& ink, const InkBox& box, InkCounter& counter) {
        const l_uint32* data = pixGetData(&ink);
        const int words = pixGetWpl(&ink);
        const int right = std::min<int>(box.right, pixGetWidth(&ink));
        for (int y = std::max(0, box.top); y < std::min<int>(box.bottom, pixGetHeight(&ink)); ++y) {
            const l_uint32* line = data + static_cast<std::ptrdiff_t>(y) * words;
            for (int x = std::max(0, box.left); x < right; ++x) counter.add(x, y, GET_DATA_BIT(line, x) != 0);
            counter.end_row();
        }
    }

    OcrSetting setting_;
    std::filesystem::path data_;
    unsigned seconds_;
    std::vector<std::string> available_;
    std::map<std::string, std::unique_ptr<tesseract::TessBaseAPI>> engines_;
    double end_ = 0;
    float resolution_ = 0;
};

}  // namespace

std::unique_ptr<PageReader> make_tesseract_reader(const OcrSetting& setting, const std::filesystem::path& data,
                                                  unsigned seconds) {
    return std::make_unique<TesseractReader>(setting, data, seconds);
}

}  // namespace findings

#else

namespace findings {

std::unique_ptr<PageReader> make_tesseract_reader(const OcrSetting&, const std::filesystem::path&, unsigned) {
    return nullptr;
}

}  // namespace findings

#endif
