/**
 * Words that people here put into passwords and that lists from elsewhere do not know: folded, without spaces.
 * Places, offices, names, wishes, keyboards. The list of English and worldwide ones comes from a package.
 */
const words = `
matkhau matkhaumoi matma matkhaucuatoi khongcomatkhau doimatkhau dangnhap taikhoan nguoidung quantri quantrivien
admin administrator root user guest test demo web webmaster portal cms editor moderator login welcome password
passwd pass abc abcd abcdef qwerty qwertyuiop asdf asdfgh asdfghjkl zxcvbn zxcvbnm iloveyou letmein changeme secret
congthongtin congthongtindientu trangthongtin trangtin tintuc vanban bientap bientapvien banbientap thuky
ubnd uybannhandan uybannhandantinh ubndtinh ubndhuyen ubndxa hdnd tinhuy tinhdoan vanphong vpubnd chinhquyen
sothongtin sothongtinvatruyenthong sotttt stttt soyte sogiaoduc sonoivu sotaichinh soxaydung sotuphap sokhoahoc
khoahoccongnghe congnghe congnghethongtin cntt tttt truyenthong noivu tuphap taichinh yte giaoduc xaydung vanhoa
congan quansu bodoi dangcongsan dang doan chuyendoiso dientu dichvucong motcua hanhchinh
vietnam vietnamoi nuocvietnam toiyeuvietnam yeuvietnam tinh huyen xa phuong thanhpho thitran thixa
quangninh halong hanoi saigon hochiminh hcm tphcm danang haiphong cantho hue nhatrang vungtau dalat nghean
thanhhoa hatinh quangbinh quangtri quangnam quangngai binhdinh phuyen khanhhoa ninhthuan binhthuan kontum gialai
daklak lamdong binhphuoc tayninh binhduong dongnai longan tiengiang bentre travinh vinhlong dongthap angiang
kiengiang haugiang soctrang baclieu camau hagiang caobang backan tuyenquang laocai dienbien laichau sonla yenbai
hoabinh thainguyen langson bacgiang phutho vinhphuc bacninh haiduong hungyen thaibinh hanam namdinh ninhbinh
campha uongbi mongcai dongtrieu quangyen vandon coto tienyen damha haiha binhlieu bache hoanhbo
nguyen tran pham hoang phan dang bui ngo duong nguyenvan nguyenthi tranvan tranthi levan lethi phamvan phamthi
hoangvan anhyeuem emyeuanh yeuem yeuanh toiyeuban yeuban anhyeu emyeu yeumai maiyeu yeunhau tinhyeu vochong
giadinh bome mevabe conyeu congai contrai hanhphuc maiman thanhcong phattai locphat chucmung namsinh ngaysinh
sinhnhat namsinhcuatoi khongnho khongbiet quenroi bimat tuyetmat mothaiba motnambahai xinchao chaoban chao
bongda bongdavietnam doremon doraemon facebook zalo google gmail yahoo samsung iphone apple microsoft windows
monday sunday spring summer autumn winter thuhai chunhat muaxuan muaha muathu muadong thang nam
`

export const commonVietnameseWords: ReadonlySet<string> = new Set(words.split(/\s+/).filter(Boolean))
