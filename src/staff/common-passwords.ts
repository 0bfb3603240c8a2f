/**
 * Passwords that are tried first, gathered by ourselves: words of the three languages as they are and as they come out on
 * the other keyboard or in Latin letters, walks over the keys, names, places, and what people join them to. Short ones are
 * in it as well, since people add digits to them.
 */
export const COMMON_PASSWORDS = `
password passwort passw0rd letmein welcome welcomeback iloveyou iloveu sunshine princess football baseball
basketball superman batman spiderman pokemon starwars master monkey dragon shadow michael jennifer jordan
hunter hunter2 trustno1 whatever freedom computer internet secret secretpassword mypassword
thisismypassword newpassword oldpassword changeme changemenow changeit default defaultpassword admin
administrator adminadmin adminpassword root rootroot toor superuser sysadmin systemadmin webmaster
postmaster moderator editor editoreditor author publisher journalist newsroom redaktor redaktsia guest
guestguest user username test testtest testing testpassword testtesttest temporary temppassword temp tmp
demo demodemo sample example examplepassword login loginlogin signin access accessdenied letmeinplease
opensesame abracadabra hello helloworld hellohello hellokitty goodmorning goodbye nothing anything
something everything password1password passwordpassword passpass passphrase correcthorsebatterystaple
ilovemymom ilovemydad ilovegod jesuschrist jesusislord godisgood blessed angel angels heaven summer winter
spring autumn january february march april june july august september october november december monday
tuesday wednesday thursday friday saturday sunday summertime wintertime springtime liverpool chelsea
arsenal manchester manunited realmadrid barcelona juventus bayern spartak zenit dinamo lokomotiv ronaldo
messi cristiano google facebook instagram youtube telegram whatsapp twitter linkedin microsoft windows
apple iphone samsung android nokia xiaomi huawei linux ubuntu debian wordpress joomla drupal mysql
postgres oracle mongodb sqlite payload ovoz cisco router wifi wifiwifi wireless network server hosting
cpanel qazwsx london paris berlin moscow newyork america england germany russia canada australia india
china japan matrix terminator ferrari porsche mercedes lamborghini yamaha harley corvette mustang toyota
honda cookie cookies chocolate cheese banana orange pepper ginger buster tigger charlie thomas robert
daniel andrew joshua matthew jessica ashley amanda nicole michelle melissa samantha elizabeth alexander
maximus gandalf hobbit legolas frodo merlin wizard magic phoenix thunder lightning diamond silver golden
purple yellow orangejuice flower flowers rainbow butterfly dolphin tiger lion eagle falcon wolf panther
cowboy soccer hockey tennis golfer fishing hunting swimming dancer music guitar piano rocknroll metallica
nirvana slipknot eminem rihanna shakira killer ninja samurai warrior soldier sniper gamer minecraft roblox
fortnite counterstrike callofduty warcraft worldofwarcraft starcraft leagueoflegends dota dota2 overwatch
zelda mario sonic pikachu naruto sasuke goku vegeta asdf asdfasdf asdfgh asdfghjkl asdfghjkl; qwer qwert
qwerty qwertyui qwertyuiop qwertyuiop[] qwertyqwerty qweasd qweasdzxc qweqwe qweqweqwe qwe123qwe zxcvbn
zxcvbnm zxcvbnm,./ zxczxc zaqxsw zaq1xsw2 zaq12wsx 1qaz2wsx 1qaz2wsx3edc 1qaz2wsx3edc4rfv 1q2w3e 1q2w3e4r
1q2w3e4r5t 1q2w3e4r5t6y 1q2w3e4r5t6y7u q1w2e3 q1w2e3r4 q1w2e3r4t5 q1w2e3r4t5y6 qazwsxedc qazwsxedcrfv
qazwsxedcrfvtgb qazxsw qazxswedc poiuytrewq lkjhgfdsa mnbvcxz abc abcd abcdef abcdefg abcdefgh abcdefghij
abcdefghijkl abcdefghijklmnop abc123abc123 a1b2c3 a1b2c3d4 a1b2c3d4e5 a1b2c3d4e5f6 aabbcc aabbccdd xyz
xyzxyz xxxxxx zzzzzz asd asdasd asdasdasd asdzxc asdqwe poiu lkjh fghjkl dfghjkl hjkl yuiop bnm пароль
парольпароль мойпароль новыйпароль секрет секретный секретныйпароль йцукен йцукенг йцукенгш йцукенгшщзхъ
фывапролджэ фывапролд фыва фывафыва ячсмить ячсмитьбю йфяцыч йцуфывячс йцуйцу фывфыв ячсячс привет
приветпривет приветмир здравствуй здравствуйте любовь люблю люблютебя ятебялюблю ялюблютебя люблюмаму мама
папа мамапапа мамочка папочка солнце солнышко зайка зайчик котенок кошка собака котик малыш малышка
принцесса королева король россия москва спартак зенит динамо локомотив ленинград петербург родина победа
свобода правда дружба счастье надежда вера наташа настя анастасия александр александра алексей андрей
дмитрий сергей владимир николай михаил максим иван иванов петров сидоров екатерина елена ирина мария
марина ольга светлана татьяна юлия виктория кристина админ администратор редактор редакция модератор
журналист автор гость тест тесттест проверка временный временныйпароль вход войти доступ открыто сезам
сезамоткройся компьютер интернет клавиатура телефон работа начальник директор офис бухгалтер весна лето
осень зима январь февраль март апрель июнь июль август сентябрь октябрь ноябрь декабрь понедельник вторник
среда четверг пятница суббота воскресенье футбол хоккей чемпион супермен бэтмен человекпаук дракон тигр
орел волк медведь лошадь цветок роза ромашка звезда небо море океан луна земля планета космос гагарин
пушкин деньги миллион богатство рубль доллар красота жизнь смысл мечта ангел ангелочек чертенок дьявол
бабушка дедушка сынок доченька братишка сестренка самыйлучший самаялучшая самаякрасивая незнаю незабуду
забылпароль ничего никто всегда навсегда парол рамз рамзинав рамзман паролинав душанбе хучанд худжанд
кулоб бохтар истаравшан панчакент хорог бадахшон сугд суғд хатлон точикистон тоҷикистон тоҷик ватан
ватанам модар падар модарчон модарҷон падарчон модарам падарам бародар хоҳар дӯст дуст дустам дӯстам ишқ
муҳаббат муҳаббати ошик ошиқ ҷон чон ҷонам чонам дилам дил гулчеҳра гул гулҳо гулнора нигора зарина
фарзона мадина ситора парвина шахло шаҳло зебо зулфия фирдавсӣ рудаки рӯдакӣ саъди ҳофиз хайём сино исмоил
сомони сомонӣ рустам суҳроб фаррух фарҳод ҷамшед чамшед далер комрон умед баҳор тобистон тирамоҳ зимистон
наврӯз навруз муборак наврӯзмуборак салом саломалейкум ассалом хушомадед раҳмат ташаккур худо аллоҳ
бисмиллоҳ бисмилло иншоаллоҳ мошаллоҳ озодӣ озоди сулҳ ваҳдат истиқлол кӯҳ кӯҳистон памир помир осмон
офтоб моҳтоб ситорахо дарё варзоб сарез parol parolparol moyparol noviyparol privet privetprivet lyubov
lublu lubluteba yatebyalublu mamapapa mamochka papochka solnce solnyshko zaika kotenok sobaka koshka
rossiya moskva spartakmoskva svoboda natasha nastya anastasia aleksandr alexey andrey dmitriy dmitry
sergey vladimir nikolay mikhail maksim ekaterina elena irina maria marina olga svetlana tatyana yulia
viktoria kristina dushanbe khujand hujand khorog kulob bokhtar tojikiston tajikistan tajik vatan vatanam
modar padar modarjon padarjon dustam jonam ishq muhabbat gulnora nigora zarina farzona madina sitora
parvina shahlo zebo firdavsi rudaki somoni rustam suhrob farrukh farhod jamshed daler komron umed bahor
navruz navruzmuborak salom assalom assalomalaykum rahmat tashakkur allah allahuakbar bismillah inshallah
mashallah alhamdulillah pamir pomir oftob mohtob daryo gfhjkm ghbdtn gfhjkmgfhjkm ghbdtnghbdtn 123456
1234567 12345678 123456789 1234567890 12345678910 123456789012 1234567890123 0123456789 9876543210
987654321 0987654321 111111 11111111 111111111111 000000 00000000 000000000000 121212 123123 123123123
123123123123 123321 123321123321 123454321 112233 112233445566 11223344 147258369 147258369147 159753
159357 741852963 789456123 789456123000 123qweasdzxc 123qwe 123qwe456rty 123abc 123456qwerty qwerty123456
qwerty1234567 123456789qwe 123456789abc 1234qwerasdf q1q1q1 1a2b3c4d5e6f 123456abcdef 102030 010203 101010
131313 232323 555555 666666 777777 7777777 888888 999999 654321 696969 1111122222 12344321 123456654321
1234512345 147147147 987987987 19871987 19901990 19951995 20002000 20202020 20252025 20262026 12345qwert
12345qwertasdfg 1qazxsw2 1qaz1qaz 2wsx3edc 3edc4rfv !qaz2wsx !qaz@wsx p@ssw0rd p@ssword pa$$word pa$$w0rd
passwordadmin passwordforever passwordplease passwordfriend passwordfriends passwordworld passwordlove
passwordbaby passwordmother passwordfather passwordfamily passwordsummer passwordwinter password2024
password2025 password2026 passwordqwerty passwordparol passwordпароль passwordпривет passwordнавсегда
passwordтоҷикистон passwordtojikiston passwordtajikistan welcomepassword welcomeadmin welcomeforever
welcomeplease welcomefriend welcomefriends welcomeworld welcomelove welcomebaby welcomemother
welcomefather welcomefamily welcomesummer welcomewinter welcome2024 welcome2025 welcome2026 welcomeqwerty
welcomeparol welcomeпароль welcomeпривет welcomeнавсегда welcomeтоҷикистон welcometojikiston
welcometajikistan adminforever adminplease adminfriend adminfriends adminworld adminlove adminbaby
adminmother adminfather adminfamily adminsummer adminwinter admin2024 admin2025 admin2026 adminqwerty
adminparol adminпароль adminпривет adminнавсегда adminтоҷикистон admintojikiston admintajikistan
letmeinpassword letmeinadmin letmeinforever letmeinfriend letmeinfriends letmeinworld letmeinlove
letmeinbaby letmeinmother letmeinfather letmeinfamily letmeinsummer letmeinwinter letmein2024 letmein2025
letmein2026 letmeinqwerty letmeinparol letmeinпароль letmeinпривет letmeinнавсегда letmeinтоҷикистон
letmeintojikiston letmeintajikistan iloveyoupassword iloveyouadmin iloveyouforever iloveyouplease
iloveyoufriend iloveyoufriends iloveyouworld iloveyoulove iloveyoubaby iloveyoumother iloveyoufather
iloveyoufamily iloveyousummer iloveyouwinter iloveyou2024 iloveyou2025 iloveyou2026 iloveyouqwerty
iloveyouparol iloveyouпароль iloveyouпривет iloveyouнавсегда iloveyouтоҷикистон iloveyoutojikiston
iloveyoutajikistan hellopassword helloadmin helloforever helloplease hellofriend hellofriends hellolove
hellobaby hellomother hellofather hellofamily hellosummer hellowinter hello2024 hello2025 hello2026
helloqwerty helloparol helloпароль helloпривет helloнавсегда helloтоҷикистон hellotojikiston
hellotajikistan qwertypassword qwertyadmin qwertyforever qwertyplease qwertyfriend qwertyfriends
qwertyworld qwertylove qwertybaby qwertymother qwertyfather qwertyfamily qwertysummer qwertywinter
qwerty2024 qwerty2025 qwerty2026 qwertyparol qwertyпароль qwertyпривет qwertyнавсегда qwertyтоҷикистон
qwertytojikiston qwertytajikistan sunshinepassword sunshineadmin sunshineforever sunshineplease
sunshinefriend sunshinefriends sunshineworld sunshinelove sunshinebaby sunshinemother sunshinefather
sunshinefamily sunshinesummer sunshinewinter sunshine2024 sunshine2025 sunshine2026 sunshineqwerty
sunshineparol sunshineпароль sunshineпривет sunshineнавсегда sunshineтоҷикистон sunshinetojikiston
sunshinetajikistan princesspassword princessadmin princessforever princessplease princessfriend
princessfriends princessworld princesslove princessbaby princessmother princessfather princessfamily
princesssummer princesswinter princess2024 princess2025 princess2026 princessqwerty princessparol
princessпароль princessпривет princessнавсегда princessтоҷикистон princesstojikiston princesstajikistan
dragonpassword dragonadmin dragonforever dragonplease dragonfriend dragonfriends dragonworld dragonlove
dragonbaby dragonmother dragonfather dragonfamily dragonsummer dragonwinter dragon2024 dragon2025
dragon2026 dragonqwerty dragonparol dragonпароль dragonпривет dragonнавсегда dragonтоҷикистон
dragontojikiston dragontajikistan masterpassword masteradmin masterforever masterplease masterfriend
masterfriends masterworld masterlove masterbaby mastermother masterfather masterfamily mastersummer
masterwinter master2024 master2025 master2026 masterqwerty masterparol masterпароль masterпривет
masterнавсегда masterтоҷикистон mastertojikiston mastertajikistan monkeypassword monkeyadmin monkeyforever
monkeyplease monkeyfriend monkeyfriends monkeyworld monkeylove monkeybaby monkeymother monkeyfather
monkeyfamily monkeysummer monkeywinter monkey2024 monkey2025 monkey2026 monkeyqwerty monkeyparol
monkeyпароль monkeyпривет monkeyнавсегда monkeyтоҷикистон monkeytojikiston monkeytajikistan
footballpassword footballadmin footballforever footballplease footballfriend footballfriends footballworld
footballlove footballbaby footballmother footballfather footballfamily footballsummer footballwinter
football2024 football2025 football2026 footballqwerty footballparol footballпароль footballпривет
footballнавсегда footballтоҷикистон footballtojikiston footballtajikistan supermanpassword supermanadmin
supermanforever supermanplease supermanfriend supermanfriends supermanworld supermanlove supermanbaby
supermanmother supermanfather supermanfamily supermansummer supermanwinter superman2024 superman2025
superman2026 supermanqwerty supermanparol supermanпароль supermanпривет supermanнавсегда
supermanтоҷикистон supermantojikiston supermantajikistan parolpassword paroladmin parolforever parolplease
parolfriend parolfriends parolworld parollove parolbaby parolmother parolfather parolfamily parolsummer
parolwinter parol2024 parol2025 parol2026 parolqwerty parolпароль parolпривет parolнавсегда
parolтоҷикистон paroltojikiston paroltajikistan privetpassword privetadmin privetforever privetplease
privetfriend privetfriends privetworld privetlove privetbaby privetmother privetfather privetfamily
privetsummer privetwinter privet2024 privet2025 privet2026 privetqwerty privetparol privetпароль
privetпривет privetнавсегда privetтоҷикистон privettojikiston privettajikistan salompassword salomadmin
salomforever salomplease salomfriend salomfriends salomworld salomlove salombaby salommother salomfather
salomfamily salomsummer salomwinter salom2024 salom2025 salom2026 salomqwerty salomparol salomпароль
salomпривет salomнавсегда salomтоҷикистон salomtojikiston salomtajikistan dushanbepassword dushanbeadmin
dushanbeforever dushanbeplease dushanbefriend dushanbefriends dushanbeworld dushanbelove dushanbebaby
dushanbemother dushanbefather dushanbefamily dushanbesummer dushanbewinter dushanbe2024 dushanbe2025
dushanbe2026 dushanbeqwerty dushanbeparol dushanbeпароль dushanbeпривет dushanbeнавсегда
dushanbeтоҷикистон dushanbetojikiston dushanbetajikistan navruzpassword navruzadmin navruzforever
navruzplease navruzfriend navruzfriends navruzworld navruzlove navruzbaby navruzmother navruzfather
navruzfamily navruzsummer navruzwinter navruz2024 navruz2025 navruz2026 navruzqwerty navruzparol
navruzпароль navruzпривет navruzнавсегда navruzтоҷикистон navruztojikiston navruztajikistan парольpassword
парольadmin парольforever парольplease парольfriend парольfriends парольworld парольlove парольbaby
парольmother парольfather парольfamily парольsummer парольwinter пароль2024 пароль2025 пароль2026
парольqwerty парольparol парольпривет парольнавсегда парольтоҷикистон парольtojikiston парольtajikistan
приветpassword приветadmin приветforever приветplease приветfriend приветfriends приветworld приветlove
приветbaby приветmother приветfather приветfamily приветsummer приветwinter привет2024 привет2025
привет2026 приветqwerty приветparol приветпароль приветнавсегда приветтоҷикистон приветtojikiston
приветtajikistan админpassword админadmin админforever админplease админfriend админfriends админworld
админlove админbaby админmother админfather админfamily админsummer админwinter админ2024 админ2025
админ2026 админqwerty админparol админпароль админпривет админнавсегда админтоҷикистон админtojikiston
админtajikistan любовьpassword любовьadmin любовьforever любовьplease любовьfriend любовьfriends
любовьworld любовьlove любовьbaby любовьmother любовьfather любовьfamily любовьsummer любовьwinter
любовь2024 любовь2025 любовь2026 любовьqwerty любовьparol любовьпароль любовьпривет любовьнавсегда
любовьтоҷикистон любовьtojikiston любовьtajikistan душанбеpassword душанбеadmin душанбеforever
душанбеplease душанбеfriend душанбеfriends душанбеworld душанбеlove душанбеbaby душанбеmother
душанбеfather душанбеfamily душанбеsummer душанбеwinter душанбе2024 душанбе2025 душанбе2026 душанбеqwerty
душанбеparol душанбепароль душанбепривет душанбенавсегда душанбетоҷикистон душанбеtojikiston
душанбеtajikistan саломpassword саломadmin саломforever саломplease саломfriend саломfriends саломworld
саломlove саломbaby саломmother саломfather саломfamily саломsummer саломwinter салом2024 салом2025
салом2026 саломqwerty саломparol саломпароль саломпривет саломнавсегда саломтоҷикистон саломtojikiston
саломtajikistan наврӯзpassword наврӯзadmin наврӯзforever наврӯзplease наврӯзfriend наврӯзfriends
наврӯзworld наврӯзlove наврӯзbaby наврӯзmother наврӯзfather наврӯзfamily наврӯзsummer наврӯзwinter
наврӯз2024 наврӯз2025 наврӯз2026 наврӯзqwerty наврӯзparol наврӯзпароль наврӯзпривет наврӯзнавсегда
наврӯзтоҷикистон наврӯзtojikiston наврӯзtajikistan
`
  .trim()
  .split(/\s+/)
