#include "judge/place_names.h"

namespace entente::judge {

const std::string_view entity_names = R"(
united states,united states of america,us,usa,america,states,сша,соединенные штаты,соединенные штаты америки,америка,美国,美利坚合众国,الولايات المتحدة,الولايات المتحدة الامريكية,امريكا,امريكا,اميركا,ארצות הברית,ארהב,vereinigte staaten,etats unis,estados unidos
united kingdom,uk,great britain,britain,gb,united kingdom of great britain and northern ireland,великобритания,британия,соединенное королевство,英国,联合王国,大不列颠,بريطانيا,المملكة المتحدة,בריטניה,הממלכה המאוחדת
russia,russian federation,rf,россия,российская федерация,рф,俄罗斯,俄国,俄罗斯联邦,روسيا,روسيا الاتحادية,רוסיה
china,peoples republic of china,people's republic of china,prc,mainland china,китай,кнр,китайская народная республика,中国,中华人民共和国,الصين,סין
south korea,republic of korea,rok,южная корея,республика корея,韩国,大韩民国,南韩,كوريا الجنوبية,דרום קוריאה
north korea,dprk,democratic people's republic of korea,северная корея,кндр,朝鲜,北朝鲜,北韩,كوريا الشمالية,צפון קוריאה
united arab emirates,uae,emirates,оаэ,объединенные арабские эмираты,阿联酋,الامارات,الامارات العربية المتحدة
saudi arabia,ksa,kingdom of saudi arabia,saudi,саудовская аравия,沙特,沙特阿拉伯,السعودية,المملكة العربية السعودية,ערב הסעודית,סעודיה
czech republic,czechia,чехия,чешская республика
netherlands,holland,нидерланды,голландия,荷兰
turkey,turkiye,турция,土耳其,تركيا,טורקיה
myanmar,burma,мьянма,бирма
ivory coast,cote d'ivoire
eswatini,swaziland
north macedonia,macedonia
cape verde,cabo verde
east timor,timor leste
democratic republic of congo,democratic republic of the congo,drc,dr congo,congo kinshasa
republic of congo,republic of the congo,congo brazzaville
vatican,holy see,vatican city,ватикан,святой престол
south africa,rsa,republic of south africa,юар,南非,جنوب افريقيا
germany,federal republic of germany,frg,brd,deutschland,германия,фрг,德国,المانيا,גרמניה
east germany,gdr,german democratic republic,ddr,гдр
france,french republic,франция,法国,فرنسا,צרפת
iran,islamic republic of iran,иран,伊朗,ايران,איראן
syria,syrian arab republic,сирия,叙利亚,سوريا,סוריה
soviet union,ussr,union of soviet socialist republics,ссср,советский союз,苏联,الاتحاد السوفيتي,ברית המועצות,בריהמ
israel,state of israel,израиль,以色列,اسرائيل,ישראל
palestine,state of palestine,палестина,巴勒斯坦,فلسطين
taiwan,republic of china,roc,тайвань,台湾
ukraine,украина,乌克兰,اوكرانيا,אוקראינה
belarus,byelorussia,белоруссия,беларусь,白俄罗斯
moldova,moldavia,молдова,молдавия
kyrgyzstan,kirghizia,киргизия,кыргызстан
kyiv,kiev,киев,基辅,كييف
kharkiv,kharkov,харьков
lviv,lvov,львов
odesa,odessa,одесса
beijing,peking,пекин,北京,بكين,בייג'ינג
nanjing,nanking
guangzhou,canton
mumbai,bombay
kolkata,calcutta
chennai,madras
ho chi minh city,saigon
yangon,rangoon
saint petersburg,st petersburg,petersburg,leningrad,санкт петербург,петербург,спб,питер
washington,washington dc,washington d c,dc,вашингтон,华盛顿,واشنطن,וושינגטון
new york,new york city,nyc,ny,нью йорк,纽约,نيويورك,ניו יורק
los angeles,la,лос анджелес
moscow,москва,莫斯科,موسكو,מוסקבה
reykjavik,рейкьявик,雷克雅未克,雷克雅维克,ريكيافيك,רייקיאוויק
istanbul,constantinople
brussels,bruxelles,брюссель
geneva,geneve,женева,日内瓦
munich,munchen,мюнхен
cologne,koln
vienna,wien,вена
rome,roma,рим
jerusalem,иерусалим,القدس,ירושלים
mecca,makkah
middle east,near east,ближний восток,中东,الشرق الاوسط,המזרח התיכון,מזרח תיכון
united nations,un,united nations organization,united nations organisation,uno,оон,организация объединенных наций,联合国,الامم المتحدة,منظمة الامم المتحدة,האום,אום,האומות המאוחדות,האו"ם
european union,eu,евросоюз,европейский союз,ес,欧盟,欧洲联盟,الاتحاد الاوروبي,האיחוד האירופי,europaische union,union europeenne
nato,north atlantic treaty organization,north atlantic treaty organisation,north atlantic alliance,otan,нато,североатлантический альянс,организация североатлантического договора,北约,北大西洋公约组织,الناتو,حلف الناتو,حلف شمال الاطلسي,נאטו,נטו
world health organization,who,воз,всемирная организация здравоохранения,世卫组织,世界卫生组织,منظمة الصحة العالمية
world trade organization,wto,вто,всемирная торговая организация,世贸组织,世界贸易组织
international monetary fund,imf,мвф,международный валютный фонд,国际货币基金组织,صندوق النقد الدولي
un security council,security council,unsc,united nations security council,совет безопасности оон,совбез оон,совбез,安理会,联合国安理会,联合国安全理事会,مجلس الامن
un general assembly,general assembly,unga,united nations general assembly,генассамблея оон
g7,group of seven,group of 7,большая семерка,七国集团
g8,group of eight,group of 8
g20,group of twenty,group of 20,большая двадцатка,二十国集团
brics,брикс,金砖国家
shanghai cooperation organization,shanghai cooperation organisation,sco,шос,шанхайская организация сотрудничества,上合组织,上海合作组织
organization for security and co operation in europe,organization for security and cooperation in europe,osce,обсе
opec,organization of petroleum exporting countries,organization of the petroleum exporting countries,опек,欧佩克
asean,association of southeast asian nations,асеан,东盟
african union,au,африканский союз
arab league,league of arab states,جامعة الدول العربية,лига арабских государств
european central bank,ecb,ецб
federal reserve,fed,us federal reserve,federal reserve system,фрс
international atomic energy agency,iaea,магатэ,国际原子能机构
international criminal court,icc
international court of justice,icj,world court
state department,us state department,us department of state,department of state,госдепартамент,госдеп,госдепартамент сша,美国国务院
pentagon,department of defense,us department of defense,dod,defense department,пентагон,минобороны сша
white house,белый дом,白宫
foreign ministry,ministry of foreign affairs,mfa,мид,министерство иностранных дел,外交部
chinese foreign ministry,china's foreign ministry,foreign ministry of china,ministry of foreign affairs of china,mid кнр,мид китая,中国外交部
russian foreign ministry,russia's foreign ministry,foreign ministry of russia,ministry of foreign affairs of russia,мид россии,мид рф
central intelligence agency,cia,цру
federal bureau of investigation,fbi,фбр
international committee of red cross,red cross,icrc,красный крест
european commission,ec,eu commission,commission of european union,еврокомиссия,欧盟委员会
commonwealth of independent states,cis,снг,содружество независимых государств,独联体
eurasian economic union,eaeu,eeu,еаэс,евразийский экономический союз,евразэс,欧亚经济联盟
communist party of china,chinese communist party,ccp,cpc,кпк,中国共产党,中共
associated press,ap
roscosmos,roskosmos,роскосмос,俄罗斯航天局
rosatom,росатом,俄罗斯国家原子能公司
gazprom,газпром,俄罗斯天然气工业股份公司
world war i,world war 1,world war one,first world war,wwi,ww1,ww i,great war,первая мировая война,первая мировая,一战,第一次世界大战,الحرب العالمية الاولى,מלחמת העולם הראשונה
world war ii,world war 2,world war two,second world war,wwii,ww2,ww ii,вторая мировая война,вторая мировая,二战,第二次世界大战,الحرب العالمية الثانية,מלחמת העולם השנייה
xinjiang,sinkiang,синьцзян,新疆
tibet,xizang,тибет,西藏
india,индия,印度,الهند,הודו
japan,япония,日本,اليابان,יפן
poland,польша,波兰,بولندا,פולין
italy,италия,意大利,ايطاليا,איטליה
spain,испания,西班牙,اسبانيا,ספרד
canada,канада,加拿大,كندا,קנדה
brazil,brasil,бразилия,巴西,البرازيل,ברזיל
egypt,египет,埃及,مصر,מצרים
iraq,ирак,伊拉克,العراق,עיראק
afghanistan,афганистан,阿富汗,افغانستان,אפגניסטן
kazakhstan,казахстан,哈萨克斯坦
iceland,исландия,冰岛,ايسلندا,איסלנד
switzerland,швейцария,瑞士,سويسرا,שווייץ
europe,европа,欧洲,اوروبا,אירופה
africa,африка,非洲,افريقيا,אפריקה
asia,азия,亚洲,اسيا,אסיה
donbas,donbass,донбасс
crimea,crimean peninsula,крым,克里米亚,القرم
kremlin,кремль,克里姆林宫,الكرملين,הקרמלין
london,лондон,伦敦,لندن,לונדון
paris,париж,巴黎,باريس,פריז
berlin,берлин,柏林,برلين,ברלין
tokyo,токио,东京,طوكيو
shanghai,шанхай,上海,شنغهاي
hong kong,hongkong,hk,гонконг,香港,هونغ كونغ
collective security treaty organization,collective security treaty organisation,csto,одкб,集安组织
world bank,всемирный банк,世界银行,البنك الدولي
european parliament,ep,европарламент,欧洲议会
council of europe,coe,совет европы
european council,европейский совет
cooperation council for arab states of gulf,gulf cooperation council,gcc
new start,new start treaty,снв 3,снв iii,start iii
russian international affairs council,riac,рсмд,российский совет по международным делам
)";

const std::string_view country_names =
    "prussia persia afghanistan albania algeria andorra angola argentina armenia australia austria "
    "azerbaijan "
    "bahamas "
    "bahrain bangladesh barbados belarus belgium belize benin bhutan bolivia bosnia botswana "
    "brazil brunei "
    "bulgaria burundi cambodia cameroon canada chad chile china colombia comoros congo croatia "
    "cuba cyprus "
    "denmark djibouti dominica ecuador egypt eritrea estonia ethiopia fiji finland france gabon "
    "gambia "
    "georgia germany ghana greece grenada guatemala guinea guyana haiti honduras hungary iceland "
    "india "
    "indiana indonesia iran iraq ireland israel italy jamaica japan jordan kazakhstan kenya "
    "kiribati korea "
    "kosovo kuwait laos latvia lebanon lesotho liberia libya liechtenstein lithuania luxembourg "
    "madagascar "
    "malawi malaysia maldives mali malta mauritania mauritius mexico moldova monaco mongolia "
    "montenegro "
    "morocco mozambique namibia nauru nepal nicaragua niger nigeria norway oman pakistan palau "
    "palestine "
    "panama paraguay peru philippines poland portugal qatar romania russia rwanda samoa senegal "
    "serbia "
    "seychelles singapore slovakia slovenia somalia spain sudan suriname sweden switzerland syria "
    "taiwan "
    "tajikistan tanzania thailand togo tonga tunisia turkey turkmenistan tuvalu uganda ukraine "
    "uruguay "
    "uzbekistan vanuatu venezuela vietnam yemen zambia zimbabwe budapest bucharest "
    "австрия австралия иран ирак словакия словения ливан ливия латвия литва мали малави нигер "
    "нигерия "
    "гамбия замбия парагвай уругвай исландия ирландия финляндия швеция швейцария сирия сербия "
    "индия "
    "индонезия ботсвана босния германия румыния армения эстония либерия сомали мавритания маврикий";

} // namespace entente::judge
