#include "judge/number.h"

#include "judge/word_list.h"

#include <array>
#include <unordered_map>

namespace entente::judge {

namespace {

struct Row {
  std::string_view name, dimension;
  int scale;
  std::string_view words; // folded, without accents
};

constexpr std::array rows = {
    Row{"%", "%", 0,
        "% percent pct процент процента процентов проц prozent אחוז אחוזים porcentaje"},
    Row{"percentage points", "points", 0, "pp п.п"},
    Row{"‰", "‰", 0, "‰ permille промилле"},
    Row{"USD", "USD", 0,
        "$ usd us$ dollar dollars bucks доллар доллара долларов долл дол دولار دولارا "
        "دولارات דולר דולרים dolares dolar 美元 美金 "},
    Row{"EUR", "EUR", 0, "€ eur euro euros евро يورو אירו יורו 欧元"},
    Row{"GBP", "GBP", 0, "£ gbp pound pounds фунт фунта фунтов 英镑 جنيه"},
    Row{"RUB", "RUB", 0, "₽ rub rouble roubles ruble rubles рубль рубля рублей руб روبل רובל 卢布"},
    Row{"CNY", "CNY", 0, "cny rmb yuan renminbi юань юаня юаней يوان יואן 元 人民币"},
    Row{"JPY", "JPY", 0, "jpy yen иена иены иен ين ין 日元"},
    Row{"¥", "¥", 0, "¥"},
    Row{"ILS", "ILS", 0, "₪ ils nis shekel shekels שקל שקלים شيكل"},
    Row{"INR", "INR", 0, "₹ inr rupee rupees рупий"},
    Row{"CHF", "CHF", 0, "chf franc francs franken"},
    Row{"AUD", "AUD", 0, "aud a$"},
    Row{"CAD", "CAD", 0, "cad c$"},
    Row{"HKD", "HKD", 0, "hkd hk$"},
    Row{"km", "m", 3,
        "km kms kilometer kilometers kilometre kilometres км километр километра километров "
        "كيلومتر كم קמ ק\"מ קילומטר 公里 千米"},
    Row{"m", "m", 0, "m meter meters metre metres м метр метра метров متر מטר מטרים 米"},
    Row{"cm", "m", -2,
        "cm centimeter centimeters centimetre centimetres см сантиметр сантиметров 厘米"},
    Row{"mm", "m", -3,
        "mm millimeter millimeters millimetre millimetres мм миллиметр миллиметров 毫米"},
    Row{"mi", "mi", 0, "mi mile miles миля мили миль ميل מייל 英里"},
    Row{"ft", "ft", 0, "ft foot feet"},
    Row{"kg", "g", 3, "kg kgs kilo kilos kilogram kilograms кг килограмм килограммов 公斤 千克"},
    Row{"g", "g", 0, "g gram grams г грамм граммов 克"},
    Row{"t", "g", 6, "t ton tons tonne tonnes т тонна тонны тонн طن 吨 טון"},
    Row{"lb", "lb", 0, "lb lbs"},
    Row{"l", "l", 0, "l liter liters litre litres л литр литра литров 升"},
    Row{"barrel", "barrel", 0, "barrel barrels bbl bpd баррель барреля баррелей برميل 桶"},
    Row{"kW", "W", 3, "kw kilowatt kilowatts квт"},
    Row{"MW", "W", 6, "mw megawatt megawatts мвт 兆瓦"},
    Row{"GW", "W", 9, "gw gigawatt gigawatts гвт"},
    Row{"W", "W", 0, "w watt watts вт"},
    Row{"°", "°", 0, "° degree degrees градус градуса градусов درجة מעלות 度"},
    Row{"°C", "°C", 0, "°c celsius centigrade цельсия 摄氏度"},
    Row{"°F", "°F", 0, "°f fahrenheit фаренгейта 华氏度"},
    Row{"hour", "hour", 0, "hour hours hr hrs час часа часов ساعة ساعات שעה שעות 小时"},
    Row{"minute", "minute", 0,
        "minute minutes min mins минута минуты минут دقيقة دقائق דקה דקות 分钟"},
    Row{"second", "second", 0, "seconds sec secs секунда секунды секунд ثانية 秒"},
    Row{"day", "day", 0, "day days день дня дней يوم ايام יום ימים 天"},
    Row{"week", "week", 0, "week weeks неделя недели недель اسبوع اسابيع שבוע שבועות 周"},
    Row{"month", "month", 0, "month months месяц месяца месяцев شهر اشهر חודש חודשים"},
    Row{"year", "year", 0, "year years yr yrs год года лет سنة سنوات عام اعوام שנה שנים 年"},
    Row{"decade", "year", 1,
        "decade decades десятилетие десятилетия десятилетий عقد عقود עשור עשורים jahrzehnt "
        "jahrzehnte decennie decennies decada decadas"},
    Row{"century", "year", 2,
        "century centuries столетие столетия столетий веков قرون jahrhundert jahrhunderte "
        "siecle siecles siglos"},
    Row{"millennium", "year", 3, "millennium millennia тысячелетие тысячелетия тысячелетий"},
    Row{"km2", "km2", 0, "sqkm"},
    Row{"hectare", "hectare", 0, "ha hectare hectares гектар гектара гектаров"},
};

} // namespace

Unit find_unit(std::string_view word) {
  static const std::unordered_map<std::string_view, Unit> table = [] {
    std::unordered_map<std::string_view, Unit> result;
    for (const Row& row : rows)
      each_piece(row.words, ' ', [&](std::string_view name) {
        result.emplace(name, Unit{row.name, row.dimension, row.scale});
      });
    return result;
  }();
  const auto found = table.find(word);
  return found == table.end() ? Unit{} : found->second;
}

} // namespace entente::judge
