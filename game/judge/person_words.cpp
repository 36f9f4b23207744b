#include "judge/person_words.h"

#include "judge/word_list.h"

namespace entente::judge {

namespace {

// East Asian family names, which are written first.
constexpr std::string_view surnames =
    "xi wang li zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang "
    "song "
    "zheng xie han tang feng yu dong xiao cheng cao yuan deng fu shen zeng peng lu su jiang cai "
    "jia "
    "ding wei xue ye yan pan dai du zhong tian ren fan fang shi yao tan liao zou xiong jin hao "
    "kong "
    "bai cui kang mao qiu qin gu hou shao meng long wan duan lei qian tang yin chang qiao lai "
    "gong wen "
    "mei bo hua qi zhuang nie qu "
    "kim park pak lee moon ban choi jung jeong kang cho jo yoon yun jang lim shin seo kwon hwang "
    "ahn roh "
    "nguyen tran pham hoang phan vo dang bui do ngo duong ly tsai chiang sun";

} // namespace

bool is_title(std::string_view word) {
  static const WordSet words(
      "president pres vice prime minister premier pm secretary sec chancellor king queen prince "
      "princess "
      "emperor pope saint st sir dame lord lady mr mrs ms miss mister dr doctor prof professor "
      "general "
      "gen colonel col captain capt admiral senator sen congressman congresswoman governor gov "
      "mayor "
      "ambassador foreign fm chairman chairwoman chair ceo director spokesman spokeswoman "
      "spokesperson "
      "diplomat leader defence defense finance sheikh imam ayatollah rabbi father comrade judge "
      "justice "
      "господин госпожа г президент министр премьер канцлер генерал маршал товарищ тов секретарь "
      "замминистра министра президента премьера спикер лидер пресс представитель "
      "председатель глава мид посол депутат сенатор король королева царь император "
      "الرئيس رئيس الرييس رييس الوزراء وزير الخارجية السيد السيدة الملك الامير الدكتور "
      "הנשיא נשיא ראש הממשלה שר החוץ מר גברת ד\"ר דר פרופ השר המלך "
      "herr frau prasident bundeskanzler bundeskanzlerin kanzler kanzlerin monsieur madame senor "
      "senora");
  return words.contains(word);
}

bool is_title_filler(std::string_view word) {
  static const WordSet words("ministry department government kremlin nato soviet european white "
                             "house pentagon union commission "
                             "of the for state us u s american russian chinese british french "
                             "german ukrainian israeli russia "
                             "china former ex then to and affairs treasury chief top un eu general "
                             "deputy first acting late "
                             "иностранных дел рф россии сша кнр бывший");
  return words.contains(word);
}

bool is_name_particle(std::string_view word) {
  static const WordSet words(
      "von van der den de del della di da dos du la le bin ibn ben al el abu st ter zu "
      "zur af بن ابن ابو ال בן אבן фон ван де");
  return words.contains(word);
}

bool is_name_suffix(std::string_view word) {
  static const WordSet words("jr sr junior senior младший старший phd md esq obe mp");
  return words.contains(word);
}

std::vector<std::string_view> family_first_surnames() {
  std::vector<std::string_view> result;
  each_piece(surnames, ' ', [&result](std::string_view surname) { result.push_back(surname); });
  return result;
}

bool is_family_first_surname(std::string_view word) {
  static const WordSet words(surnames);
  return words.contains(word);
}

bool is_two_character_surname(std::string_view two_characters) {
  static const WordSet words("欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯");
  return words.contains(two_characters);
}

std::string_view han_title_ending(std::string_view name) {
  constexpr std::string_view endings[] = {"国家主席", "总书记", "外交部长", "国务卿", "发言人",
                                          "国务委员", "主席",   "总统",     "总理",   "首相",
                                          "部长",     "外长",   "先生",     "女士",   "同志",
                                          "将军",     "大使",   "主任",     "教授",   "国王"};
  for (const std::string_view ending : endings)
    if (name.ends_with(ending) && name.size() > ending.size()) return ending;
  return {};
}

} // namespace entente::judge
