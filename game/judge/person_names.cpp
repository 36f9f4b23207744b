#include "judge/person_names.h"

#include "judge/word_list.h"

namespace entente::judge {

namespace {

// A line a name: its short forms and its shapes in other languages. Folded, without accents.
constexpr std::string_view first_names = R"(
antony anthony|tony
anthony tony
joe joseph joey josef джозеф джо جو 乔
mike michael mick
bill william will billy
bob robert rob bobby
jim james jimmy
tom thomas
dave david
dan daniel danny
steve steven stephen
chris christopher
ben benjamin binyamin benyamin биньямин
alex alexander alexandra aleksandr
kate katherine catherine kathryn katie
liz elizabeth beth
don donald дональд
ron ronald
ted teddy edward theodore ed
dick richard rick
nick nicholas nikolas
matt matthew
tim timothy
sam samuel
greg gregory
pete peter
jack john
hank henry harry
chuck charles charlie
andy andrew
kim kimberly
bernie bernard
mitch mitchell
jake jacob
josh joshua
maggie margaret
vlad vladimir wladimir volodya vova
volodymyr vladimir wladimir владимир володимир
sasha alexander aleksandr александр саша
misha mikhail michael михаил
dima dmitry dmitri dmitriy
mohammed muhammad mohamed mohammad muhammed mohamad
hussein husayn hussain husain
ahmed ahmad
yusuf youssef yousef yousuf yossef
abdullah abdallah
bashar basher
omar umar
ali aly
ibrahim ebrahim
recep rejep
john jon иоанн джон
paul павел пауло
peter петр pierre
francis франциск
nicholas nikolai nikolay николай
catherine ekaterina екатерина
henry henri heinrich
william wilhelm
frederick friedrich
george georges
abe abraham
ike dwight
jimmy james
gerry gerald
)";

// A line a family name (or a given name that is known on its own): spellings that rules of sound
// do not bring together, and its shape in other scripts.
constexpr std::string_view known_names = R"(
qaddafi gaddafi gadhafi kadafi kaddafi qadhafi gadafi kadhafi каддафи 卡扎菲 القذافي קדאפי
zelensky zelenskyy zelenskiy zelenski selenskyj зеленский зеленський 泽连斯基 زيلينسكي זלנסקי
tchaikovsky chaikovsky tchaikovski tschaikowski чайковский
yeltsin eltsin jelzin ельцин 叶利钦 يلتسين ילצין
gorbachev gorbachov gorbatschow gorbachyov gorbatchev горбачев 戈尔巴乔夫 غورباتشوف גורבצוב
khrushchev chruschtschow khruschev khrushchov хрущев 赫鲁晓夫 خروتشوف
brezhnev breschnew брежнев 勃列日涅夫 بريجنيف
stalin сталин 斯大林 ستالين סטלין
lenin ленин 列宁 لينين לנין
marx маркс 马克思 ماركس
putin poutine путин путін 普京 普丁 بوتين פוטין
medvedev medvedyev medwedew медведев 梅德韦杰夫 مدفيديف מדבדב
lavrov lawrow лавров 拉夫罗夫 لافروف לברוב
shoigu schoigu шойгу 绍伊古 شويغو
biden байден 拜登 بايدن ביידן
blinken блинкен 布林肯 بلينكن בלינקן
trump трамп 特朗普 川普 ترامب טראמפ
obama обама 奥巴马 اوباما אובמה
clinton клинтон 克林顿 كلينتون קלינטון
bush буш 布什 بوش בוש
reagan рейган 里根 ريغان רייגן
nixon никсон 尼克松 نيكسون ניקסון
kissinger киссинджер 基辛格 كيسنجر קיסינגר
kennedy кеннеди 肯尼迪 كينيدي קנדי
roosevelt рузвельт 罗斯福 روزفلت רוזוולט
churchill черчилль 丘吉尔 تشرشل צרציל
thatcher тэтчер 撒切尔 تاتشر
johnson джонсон 约翰逊 جونسون
merkel меркель 默克尔 ميركل מרקל
scholz шольц 朔尔茨 شولتس
macron макрон 马克龙 ماكرون מקרון
gaulle голль 戴高乐 ديغول
guterres гутерриш 古特雷斯 غوتيريش גוטרש
netanyahu netanjahu нетаньяху 内塔尼亚胡 نتنياهو נתניהו
erdogan эрдоган 埃尔多安 اردوغان ארדואן
modi моди 莫迪 مودي
abe абэ 安倍
navalny nawalny навальный 纳瓦利内 نافالني
lukashenko lukashenka lukaschenko лукашенко 卢卡申科 لوكاشينكو
poroshenko poroschenko порошенко
tolstoy tolstoi толстой
trotsky trotski trotzki троцкий
xi си شي
jinping цзиньпин جينبينغ
mao мао
zedong tsetung цзэдун
zhou chou чжоу
deng teng дэн
xiaoping hsiaoping сяопин
chiang jiang чан
kaishek jieshi кайши
kim ким كيم
jongun jungeun ченын чынын 正恩
jongil jungil ченир чониль 正日
ilsung irsen ирсен ильсон 日成
jaein чжэин 在寅
kimoon гимун
)";

const WordGroups& known() {
  static const WordGroups groups(known_names);
  return groups;
}

} // namespace

bool same_first_name(std::string_view a, std::string_view b) {
  static const WordGroups names(first_names);
  return names.share(a, b);
}

bool same_known_name(std::string_view a, std::string_view b) { return known().share(a, b); }

bool is_known_name(std::string_view word) { return known().contains(word); }

} // namespace entente::judge
