import { say } from './say.ts'

/** Signing in, and how it is changed; src/staff/refusal.ts has their statuses. */
export const SIGN_IN = {
  'code-needed': say(
    'A one-time code is needed as well.',
    'Нужен ещё одноразовый код.',
    'Боз рамзи яквақта лозим аст.',
  ),
  'code-wrong': say(
    'This code is wrong, or it was used already. Wait for the next one.',
    'Код неверен или уже использован. Дождитесь следующего.',
    'Ин рамз нодуруст аст ё аллакай истифода шудааст. Рамзи навбатиро интизор шавед.',
  ),
  'code-throttled': say(
    'Too many wrong codes. Wait a quarter of an hour, or use a recovery code.',
    'Слишком много неверных кодов. Подождите четверть часа или введите код восстановления.',
    'Рамзҳои нодуруст аз ҳад зиёданд. Чоряк соат интизор шавед ё рамзи барқарорсозиро ворид кунед.',
  ),
  'password-wrong': say('This password is wrong.', 'Пароль неверен.', 'Ин рамз нодуруст аст.'),
  'set-up-first': say(
    'Set up a second factor first: your role asks for it.',
    'Сначала настройте второй фактор: этого требует ваша роль.',
    'Аввал омили дуюмро танзим кунед: нақши шумо онро талаб мекунад.',
  ),
  'is-required': say(
    'Your role asks for a second factor, so it cannot be turned off.',
    'Ваша роль требует второго фактора, отключить его нельзя.',
    'Нақши шумо омили дуюмро талаб мекунад, онро хомӯш кардан мумкин нест.',
  ),
  'is-on': say(
    'A second factor is set up already. Turn it off first.',
    'Второй фактор уже настроен. Сначала отключите его.',
    'Омили дуюм аллакай танзим шудааст. Аввал онро хомӯш кунед.',
  ),
  'is-off': say('No second factor is set up.', 'Второй фактор не настроен.', 'Омили дуюм танзим нашудааст.'),
  'not-here': say('There is no such thing here.', 'Здесь такого нет.', 'Дар ин ҷо чунин чиз нест.'),
  forbidden: say('This is for administrators.', 'Это делают администраторы.', 'Инро маъмурон мекунанд.'),
  'sign-in': say('Sign in first.', 'Сначала войдите.', 'Аввал ворид шавед.'),
  'password-short': say(
    'A password has at least 12 characters. Several words in a row are easy to remember.',
    'В пароле не меньше 12 знаков. Несколько слов подряд легко запомнить.',
    'Рамз на кам аз 12 аломат дорад. Чанд калимаи пайдарпайро ба ёд овардан осон аст.',
  ),
  'password-long': say(
    'A password has at most 128 characters.',
    'В пароле не больше 128 знаков.',
    'Рамз на зиёда аз 128 аломат дорад.',
  ),
  'password-common': say(
    'Too many people use this password. Choose another one.',
    'Этот пароль слишком распространён. Выберите другой.',
    'Ин рамз хеле маъмул аст. Рамзи дигарро интихоб кунед.',
  ),
  'password-personal': say(
    'A password is not a name or an address. Choose another one.',
    'Пароль не должен быть именем или адресом. Выберите другой.',
    'Рамз набояд ном ё суроға бошад. Рамзи дигарро интихоб кунед.',
  ),
  'password-stale': say(
    'Sign out and in again first: a password can be changed for ten minutes after that.',
    'Сначала выйдите и войдите снова: сменить пароль можно в течение десяти минут после входа.',
    'Аввал бароед ва аз нав ворид шавед: рамзро даҳ дақиқа пас аз воридшавӣ иваз кардан мумкин аст.',
  ),
  'password-many': say(
    'A password is set for one person at a time.',
    'Пароль задаётся для каждого отдельно.',
    'Рамз барои ҳар кас алоҳида гузошта мешавад.',
  ),
}
