import type { Drawing } from '../drawings.ts'
import type { Translated } from '../languages.ts'

export const PICTURES: Record<Drawing, Translated<{ alt: string }>> = {
  river: {
    en: { alt: 'Drawing: a river winds between green hills under a low orange sun.' },
    ru: { alt: 'Рисунок: река вьётся между зелёными холмами под низким оранжевым солнцем.' },
    tg: { alt: 'Расм: дарё дар байни теппаҳои сабз зери офтоби норинҷӣ ҷорист.' },
  },
  silk: {
    en: { alt: 'Drawing: woven silk with rows of red, blue and green lozenges.' },
    ru: { alt: 'Рисунок: шёлковая ткань с рядами красных, синих и зелёных ромбов.' },
    tg: { alt: 'Расм: матои атлас бо қаторҳои ромбҳои сурх, кабуд ва сабз.' },
  },
  voices: {
    en: { alt: 'Drawing: rings of sound spread over a night-blue field beside the bars of a recording.' },
    ru: { alt: 'Рисунок: круги звука расходятся по тёмно-синему полю рядом со столбиками записи.' },
    tg: { alt: 'Расм: ҳалқаҳои садо дар майдони кабуди сиёҳтоб, дар паҳлуяш сутунчаҳои сабт.' },
  },
  cloth: {
    en: { alt: 'Drawing: an embroidered cloth with large red rosettes.' },
    ru: { alt: 'Рисунок: вышитое полотно с крупными красными розетками.' },
    tg: { alt: 'Расм: сӯзанӣ бо гулҳои калони сурх.' },
  },
}
