import type { PicturePlan } from '../plan.ts'

const credit = 'Tranh minh họa của cổng trình diễn'

export const pictures: readonly PicturePlan[] = [
  {
    key: 'vinh-som',
    seed: 11,
    light: 'dawn',
    alt: 'Những đảo đá vôi nhiều lớp trên mặt vịnh lặng, trời buổi sớm màu xanh nhạt',
    caption: 'Vịnh Hạ Long nhìn từ bờ phía thành phố.',
    credit,
  },
  {
    key: 'ben-tau',
    seed: 29,
    light: 'noon',
    alt: 'Mặt vịnh giữa trưa, dãy đảo đá xanh xám phía xa',
    caption: 'Tuyến tham quan bắt đầu từ bến tàu của thành phố.',
    credit,
  },
  {
    key: 'bien-dao',
    seed: 47,
    light: 'dusk',
    alt: 'Biển đảo lúc chiều muộn, trời ngả cam sau những ngọn đảo thẫm màu',
    caption: 'Đường biển ra huyện đảo Cô Tô.',
    credit,
  },
]
