import { say } from './say.ts'

/** Mails and webhooks. */
export const MAIL = {
  'on-its-way': say('It is on its way.', 'Отправляется.', 'Фиристода мешавад.'),
  'mail-for-admins': say(
    'Mail is looked after by administrators.',
    'Почтой занимаются администраторы.',
    'Ба почта маъмурон нигоҳубин мекунанд.',
  ),
  'mail-gone-out': say(
    'It has gone out already, or is just being sent.',
    'Письмо уже отправлено или отправляется сейчас.',
    'Мактуб аллакай рафтааст ё ҳозир фиристода мешавад.',
  ),
  'webhooks-for-admins': say(
    'Webhooks are kept by administrators.',
    'Вебхуками занимаются администраторы.',
    'Вебхукҳоро маъмурон идора мекунанд.',
  ),
  'webhook-off': say(
    'The webhook is off. Switch it on first.',
    'Вебхук выключен. Сначала включите его.',
    'Вебхук хомӯш аст. Аввал онро фаъол кунед.',
  ),
  'odd-secret': say(
    'A secret is {prefix} and {fewest} to {most} bytes in base64. Empty the field and save for a new one.',
    'Секрет — это {prefix} и от {fewest} до {most} байт в base64. Чтобы получить новый, очистите поле и сохраните.',
    'Рамз {prefix} ва аз {fewest} то {most} байт дар base64 аст. Барои рамзи нав майдонро холӣ карда, нигоҳ доред.',
  ),
  'hook-address': say(
    'Write a whole web address, such as https://example.org/hook.',
    'Укажите полный веб-адрес, например https://example.org/hook.',
    'Суроғаи пурраро нависед, масалан https://example.org/hook.',
  ),
  'hook-https': say(
    'The address must begin with https://. WEBHOOK_PRIVATE=on also lets http:// in.',
    'Адрес должен начинаться с https://. WEBHOOK_PRIVATE=on разрешает и http://.',
    'Суроға бояд бо https:// оғоз шавад. WEBHOOK_PRIVATE=on ба http:// ҳам иҷозат медиҳад.',
  ),
  'hook-password': say(
    'Leave name and password out of the address.',
    'Уберите из адреса имя и пароль.',
    'Ном ва рамзро аз суроға гиред.',
  ),
  'hook-port': say(
    'Port {port} is not one for the web. Use 443, 80 or one from {lowest} up.',
    'Порт {port} не для веба. Подойдёт 443, 80 или от {lowest}.',
    'Порти {port} барои веб нест. 443, 80 ё аз {lowest} боло мувофиқ аст.',
  ),
  'hook-private': say(
    '{host} is at {address}, which is not a public address. WEBHOOK_PRIVATE=on lets private networks in.',
    '{host} находится по адресу {address}, который не публичный. WEBHOOK_PRIVATE=on разрешает частные сети.',
    '{host} дар {address} аст, ки суроғаи оммавӣ нест. WEBHOOK_PRIVATE=on ба шабакаҳои хусусӣ иҷозат медиҳад.',
  ),
  'hook-nowhere': say(
    '{host} has no network address.',
    'У {host} нет сетевого адреса.',
    '{host} суроғаи шабакавӣ надорад.',
  ),
  'hook-unknown': say(
    'The host {host} cannot be found. Look whether it is spelled right.',
    'Хост {host} не найден. Проверьте, верно ли он написан.',
    'Хости {host} ёфт нашуд. Санҷед, ки дуруст навишта шудааст.',
  ),
}
