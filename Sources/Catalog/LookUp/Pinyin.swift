// Pinyin spellings of Chinese names (Hanyu Pinyin, ISO 7098), for users who type without an input method.

/// The conversion of Chinese names to Pinyin.
package enum Pinyin {
  /// Returns the ways in which users type `name`: its syllables, and their first letters. Keeps ASCII letters and
  /// digits and drops other characters that are not letters. Returns no spellings if `name` has no Chinese character,
  /// or has a letter whose sound is not in the table.
  package static func spellings(of name: String) -> [String] {
    var (whole, initials) = ("", "")
    var isChinese = false
    for character in name.lowercased() {
      if character.isASCII {
        guard character.isLetter || character.isNumber else { continue }
        whole.append(character)
        initials.append(character)
      } else if let sound = sounds[character], let initial = sound.first {
        isChinese = true
        whole += sound
        initials.append(initial)
      } else if character.isLetter {
        return []
      }
    }
    return isChinese ? [whole, initials] : []
  }

  private static let sounds: [Character: String] = {
    var sounds: [Character: String] = [:]
    for (sound, characters) in table { for character in characters { sounds[character] = sound } }
    return sounds
  }()

  /// The Chinese characters in the names of the catalog. No character has two sounds in these names. A test reports
  /// characters that are missing.
  private static let table: KeyValuePairs = [
    "a": "阿", "ao": "奥澳", "ba": "巴", "ban": "版班", "bao": "保", "ben": "本", "bi": "比", "biao": "标", "bing": "并", "bo": "波",
    "cai": "财", "chang": "长", "da": "大", "dan": "单丹", "de": "德的", "deng": "等", "di": "地", "dian": "典电電", "dong": "动",
    "e": "俄", "fa": "法伐", "fan": "饭", "fei": "费飞", "fu": "富服", "gang": "冈", "gao": "高", "ge": "个歌", "gong": "公", "gu": "谷",
    "guan": "管", "guo": "国果", "hai": "海", "han": "含", "hao": "豪", "he": "荷", "hei": "黑", "hu": "互狐虎", "hua": "华華",
    "hui": "会", "huo": "或", "ji": "机际纪基己", "jia": "加", "jian": "件建", "jiao": "教", "jie": "捷节", "jin": "金", "jing": "静",
    "jiu": "旧", "ke": "克客", "lan": "兰", "lang": "浪", "li": "利里", "lian": "联", "lie": "列", "lun": "论", "luo": "罗洛",
    "ma": "马", "mai": "麦", "mao": "贸", "mei": "美", "mian": "免", "ming": "名", "na": "拿", "ni": "拟", "nuo": "挪", "ping": "苹",
    "pu": "葡", "qi": "企器", "qian": "迁", "qiu": "球", "quan": "全", "ren": "人认", "ri": "日", "ru": "入", "ruan": "软", "rui": "瑞",
    "san": "三", "se": "色", "shan": "山", "shi": "世士时视", "shu": "书属", "si": "司斯", "song": "送", "sou": "搜", "tao": "萄",
    "teng": "腾", "tian": "天", "tiao": "跳", "tong": "通", "tuo": "托", "wai": "外", "wan": "万完", "wang": "网", "wei": "位微为威",
    "wo": "沃", "wu": "乌五务", "xi": "西", "xian": "现线", "xiang": "箱", "xiao": "校小", "xin": "信新", "xiong": "匈", "xu": "虚",
    "xue": "学", "xun": "讯", "ya": "亚牙雅", "ye": "业野", "yi": "以已意易移翼", "ying": "英营盈", "you": "由邮有", "yu": "域育", "yuan": "园原",
    "yun": "云运", "zai": "在", "zeng": "赠", "zhan": "站", "zheng": "证政", "zhi": "至", "zhong": "中", "zhu": "主", "zhun": "准",
    "zhuo": "卓", "zi": "字自",
  ]
}
