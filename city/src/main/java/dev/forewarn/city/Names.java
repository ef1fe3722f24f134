package dev.forewarn.city;

/** Names in two languages that say that nobody has them. */
final class Names {

    private static final String[] ZH = {
        "安和", "百顺", "长乐", "德昌", "丰源", "广济", "恒信", "嘉禾", "康泰", "乐居", "美林", "宁远",
        "平山", "清泉", "荣盛", "三江", "泰兴", "万家", "祥瑞", "新雅", "宜春", "永安", "裕丰", "正阳"
    };

    private static final String[] EN = {
        "Anhe",
        "Baishun",
        "Changle",
        "Dechang",
        "Fengyuan",
        "Guangji",
        "Hengxin",
        "Jiahe",
        "Kangtai",
        "Leju",
        "Meilin",
        "Ningyuan",
        "Pingshan",
        "Qingquan",
        "Rongsheng",
        "Sanjiang",
        "Taixing",
        "Wanjia",
        "Xiangrui",
        "Xinya",
        "Yichun",
        "Yongan",
        "Yufeng",
        "Zhengyang"
    };

    private Names() {}

    static String of(Trade trade, Dice dice) {
        int word = dice.below(ZH.length);
        int shop = dice.between(1, 99);
        return "虚拟" + ZH[word] + trade.zh() + shop + "号 Virtual " + EN[word] + " " + trade.en() + " " + shop;
    }
}
