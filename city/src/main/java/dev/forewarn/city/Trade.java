package dev.forewarn.city;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a business does. Shares, in thousandths of all businesses, are proposed; so are the risk of the sector (0 low, 1
 * medium, 2 high) and how much more often than others it is inspected.
 */
enum Trade {
    CLOTHES("服装店", "Clothes", 130, 0, 0.5, null, null),
    HARDWARE("五金店", "Hardware", 90, 0, 0.5, null, null),
    HAIR("理发店", "Hairdresser", 60, 0, 0.5, null, null),
    WHOLESALE("商贸行", "Trading", 110, 0, 0.5, null, null),
    LOGISTICS("物流", "Logistics", 40, 1, 0.5, null, null),
    BUILDING("建材", "Building Materials", 40, 1, 0.7, null, null),
    TRAINING("培训", "Training", 25, 1, 0.7, null, null),
    SOFTWARE("信息技术", "Software", 68, 0, 0.3, null, null),
    GROCERY("超市", "Supermarket", 140, 1, 1.5, "food-sale", "food-sale"),
    FRUIT("生鲜店", "Fresh Food", 50, 1, 1.5, "food-sale", "food-sale"),
    RESTAURANT("餐馆", "Restaurant", 90, 2, 2, "catering", "catering"),
    CANTEEN("食堂", "Canteen", 6, 2, 4, "catering", "catering"),
    FOOD_FACTORY("食品厂", "Foods", 14, 2, 4, "food-production", "food-production"),
    PHARMACY("药房", "Pharmacy", 14, 2, 4, "drug", "drug"),
    DRUG_MAKER("制药", "Pharmaceutical", 1, 2, 6, "drug", "drug"),
    DEVICE_SHOP("医疗器械", "Medical Devices", 28, 1, 2, "medical-device", "medical-device"),
    DEVICE_MAKER("器械厂", "Device Works", 2, 2, 5, "medical-device", "medical-device"),
    SALON("美容院", "Beauty Salon", 40, 1, 1, "cosmetic", "cosmetic"),
    COSMETIC_SHOP("化妆品店", "Cosmetics", 15, 1, 1, "cosmetic", "cosmetic"),
    COSMETIC_MAKER("日化厂", "Cosmetics Works", 1, 2, 5, "cosmetic", "cosmetic"),
    FACTORY("制造", "Manufacturing", 12, 2, 3, "industrial-product", "industrial-product"),
    MALL("商场", "Mall", 6, 1, 3, "special-equipment", null),
    PROPERTY("物业", "Property Management", 10, 1, 2, "special-equipment", null),
    PLANT("化工", "Chemical Plant", 8, 2, 4, "special-equipment", null);

    private final String wire = name().toLowerCase(Locale.ROOT).replace('_', '-');
    private final String zh;
    private final String en;
    private final int share;
    private final int sectorRisk;
    private final double inspections;
    private final @Nullable String domain;
    private final @Nullable String licence;

    Trade(
            String zh,
            String en,
            int share,
            int sectorRisk,
            double inspections,
            @Nullable String domain,
            @Nullable String licence) {
        this.zh = zh;
        this.en = en;
        this.share = share;
        this.sectorRisk = sectorRisk;
        this.inspections = inspections;
        this.domain = domain;
        this.licence = licence;
    }

    /** As a profile says it. */
    String wire() {
        return wire;
    }

    String zh() {
        return zh;
    }

    String en() {
        return en;
    }

    /** In thousandths of all businesses. */
    int share() {
        return share;
    }

    int sectorRisk() {
        return sectorRisk;
    }

    /** Inspections come in proportion to this. */
    double inspections() {
        return inspections;
    }

    /** The line of supervision beside the general one, null if there is none. */
    @Nullable
    String domain() {
        return domain;
    }

    /** The field of its licence, null if it needs none. */
    @Nullable
    String licence() {
        return licence;
    }

    boolean isFood() {
        return "food-sale".equals(domain) || "catering".equals(domain) || "food-production".equals(domain);
    }

    /** Makers are enterprises; the others are what businesses are on the average. */
    boolean isMaker() {
        return switch (this) {
            case FOOD_FACTORY, DRUG_MAKER, DEVICE_MAKER, COSMETIC_MAKER, FACTORY, MALL, PROPERTY, PLANT -> true;
            default -> false;
        };
    }

    /** Drugs, devices or cosmetics. */
    boolean isHealth() {
        return "drug".equals(domain) || "medical-device".equals(domain) || "cosmetic".equals(domain);
    }

    boolean hasEquipment() {
        return "special-equipment".equals(domain);
    }
}
