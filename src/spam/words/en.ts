import type { WordList } from './list.ts'

export const ENGLISH: WordList = {
  sure: {
    betting:
      '1xbet*, 1xstavka*, melbet*, mostbet*, 1win*, pinup casino, vulkan casino, free spins, no deposit bonus, welcome bonus, casino bonus, best online casino, play slots, slot gacor, judi online, sure bets, fixed matches, betting promo code, winning predictions',
    loans:
      'loan without collateral, urgent loan, instant loan, easy loan, loan offer, guaranteed approval, no credit check, bad credit ok, bad credit loans, loan approved, credit repair, payday loan',
    adult:
      'hot girls, sexy girls, escort service, vip escort, escort girls, nude photos, nude pics, webcam girls, sex chat, horny*, onlyfans, porn videos, adult dating, meet singles, hookup*, milf*',
    pharmacy:
      'viagra*, cialis*, tadalafil, sildenafil, levitra, oxycontin, no prescription, weight loss pills, lose weight fast, male enhancement, enlarge penis, penis enlargement, cheap meds, cbd gummies, diet pills, herbal cure, herbal remedy cured, cured my herpes',
    earnings:
      'invite code, referral code, referral link, use my code, my invite, earning with this app, bitcoin back, account manager, bitcoin investment, crypto investment, invest bitcoin, forex trading, binary options, double your money, passive income, make money online, make money fast, earn from home, earn money online, trading signals, trading bot, account manager helped, recover lost funds, recover stolen crypto, recovery expert, daily profit, weekly profit, return on investment guaranteed, airdrop*, work from home and earn, expert trader, ethical hacker, hire a hacker, per week from home, guaranteed profit',
    diplomas:
      'buy diploma, buy degree, fake diploma, fake passport, buy passport, real and fake documents, buy ielts, ielts without exam, ielts certificate, essay writing service, write my essay, buy driver license, assignment help',
    magic:
      'spell caster, love spell, spells caster, cast a spell, bring back my ex, bring back my husband, got my husband back, brought my husband back, psychic reading, black magic removal, voodoo, illuminati, dr * spell, lottery spell, fortune teller online',
    abroad:
      'visa without interview, guaranteed visa, work permit guaranteed, jobs in poland no experience, visa sponsorship job apply, green card guaranteed, work visa 100, visa in 7 days',
    seo: 'seo services, backlinks, guest post*, rank on google, first page of google, increase traffic, website traffic, boost your website, web design services, buy followers, instagram followers, domain authority, link building, link exchange, google ranking, rank your site, digital marketing agency, improve your website ranking, email list for sale',
    prize:
      'you have won, you have been selected, claim your prize, claim your reward, claim your gift, free iphone, gift card giveaway, lottery winner, inheritance fund, million dollars inheritance, dormant account, beneficiary fund, bank details, compensation fund, congratulations you won',
    goods:
      'replica watches, cheap jordan, cheap nike, rolex replica, wholesale price, buy cheap, free shipping, discount code, louis vuitton outlet, iptv subscription, cheap handbags, best price guaranteed, big sale, limited offer, 50 off, 70 off',
    flattery:
      'bookmarked your blog, bookmark your site, bookmarked your website, excellent blog, great blog post, nice blog, awesome blog, wonderful blog, your blog is, your weblog, my weblog, my blog, my website, my homepage, visit my site, visit my page, visit my blog, check out my site, check out my page, check out my blog, same topic as yours, subscribe to your rss, thanks for sharing this informative, keep up the good work admin, stumbled upon your, what theme are you using, web host, this article offers clear idea',
  },
  topics: {
    betting:
      'casino*, kazino, bet, betting, bookmaker, gambling, slots, poker, jackpot, roulette, promo code',
    loans:
      'loan, credit, mortgage, debt, microloan, borrow, apply for a loan, loan at 2, loan at 3, loans at 2, loans at 3',
    adult: 'sex, porn, nude, sexy, dating, massage, singles, girls online',
    pharmacy:
      'pills, tablets, weight loss, cure, miracle cure, remedy, herbal, detox, pharmacy, potency, supplement, xanax, tramadol, without prescription',
    earnings:
      'bitcoin, crypto, cryptocurrency, forex, invest, investment, trading, trader, income, profit, earn, usdt, financial freedom, my profit',
    diplomas: 'diploma, degree, certificate, passport, essay',
    magic: 'spell, psychic, magic, witch, astrologer, horoscope, curse, healer',
    abroad: 'visa, work permit, green card, jobs abroad, sponsorship, vacancies',
    seo: 'seo, traffic, ranking, followers, blog, website, webmaster',
    prize:
      'just click, confirm your, bank details, prize, lottery, giveaway, winner, reward, gift card, inheritance, dollars, next of kin',
    goods: 'discount, cheap, sale, wholesale, replica, outlet, delivery, shipping, price',
    flattery:
      'great article, nice post, very informative, great post, awesome post, useful information, great information, valuable information',
  },
  offers:
    'reply with, reply for, send your, send photo, here is my, ask me how, with my link, click here, click the link, click link, link in bio, link below, visit us, visit our, visit this, check out this, check this, contact us, contact him, contact her, contact me on, contact me via, text me, message me, write me on, dm me, whatsapp me, add me, apply now, register now, sign up, join now, join our, join my, order now, buy now, call now, act now, hurry, limited time, 100 guaranteed, guaranteed, no risk, risk free, start today, subscribe to my, follow me, follow my, best price, free trial, special offer, up to % , no experience, from home, per day, a day, every day earn, reach him, reach out to him, email him, inbox me, available 24, open now, only today, for more details, for more info',
}
