import { say } from './say.ts'

/** Articles, events, pictures and previews. */
export const CONTENT = {
  'translators-draft': say(
    'A translation is saved as a draft. An editor publishes it.',
    'Перевод сохраняется как черновик. Публикует его редактор.',
    'Тарҷума ҳамчун сиёҳнавис нигоҳ дошта мешавад. Онро муҳаррир нашр мекунад.',
  ),
  'end-before-start': say(
    'The end lies before the start.',
    'Окончание раньше начала.',
    'Анҷом пеш аз оғоз аст.',
  ),
  'no-time-zone': say(
    'Write an IANA time zone such as Asia/Dushanbe.',
    'Укажите часовой пояс IANA, например Asia/Dushanbe.',
    'Минтақаи вақти IANA-ро нависед, масалан Asia/Dushanbe.',
  ),
  'no-web-address': say(
    'Write an address that begins with https:// or http://.',
    'Укажите адрес, который начинается с https:// или http://.',
    'Суроғаеро нависед, ки бо https:// ё http:// оғоз мешавад.',
  ),
  'no-picture': say(
    'This is not a picture we can read. Use JPEG, PNG, WebP, AVIF or GIF, of at most {most} megapixels.',
    'Это изображение не читается. Подойдут JPEG, PNG, WebP, AVIF или GIF, не больше {most} мегапикселей.',
    'Ин тасвир хонда намешавад. JPEG, PNG, WebP, AVIF ё GIF-и на зиёда аз {most} мегапиксел мувофиқ аст.',
  ),
  'odd-picture': say(
    'Use a JPEG, PNG, WebP, AVIF or GIF picture.',
    'Подойдёт изображение JPEG, PNG, WebP, AVIF или GIF.',
    'Тасвири JPEG, PNG, WebP, AVIF ё GIF мувофиқ аст.',
  ),
  'broken-picture': say(
    'This picture is damaged or too large. Use one of at most {most} megapixels.',
    'Это изображение повреждено или слишком велико. Подойдёт не больше {most} мегапикселей.',
    'Ин тасвир вайрон ё аз ҳад калон аст. Тасвири на зиёда аз {most} мегапиксел мувофиқ аст.',
  ),
  'no-such-document': say('There is no such document.', 'Такого документа нет.', 'Чунин ҳуҷҷат нест.'),
  'no-drafts': say(
    'Drafts are shown to those who write and translate.',
    'Черновики видят те, кто пишет и переводит.',
    'Сиёҳнависҳоро онҳое мебинанд, ки менависанд ва тарҷума мекунанд.',
  ),
  'no-preview': say(
    'No front end is known that shows drafts: set SITE_URL or PREVIEW_URL.',
    'Неизвестно, какой сайт показывает черновики: задайте SITE_URL или PREVIEW_URL.',
    'Маълум нест, ки кадом сомона сиёҳнависҳоро нишон медиҳад: SITE_URL ё PREVIEW_URL-ро таъйин кунед.',
  ),
}
