package dev.forewarn.city;

/** Which businesses something can happen to. */
enum Concerned {
    ALL,
    FOOD,
    CATERING,
    HEALTH,
    FOOD_OR_HEALTH,
    DRUG,
    PHARMACY,
    MAKER,
    FACTORY,
    COLD_CHAIN,
    LIFT,
    EQUIPMENT;

    boolean holds(Trade trade) {
        return switch (this) {
            case ALL -> true;
            case FOOD -> trade.isFood();
            case CATERING -> trade == Trade.RESTAURANT || trade == Trade.CANTEEN;
            case HEALTH -> trade.isHealth();
            case FOOD_OR_HEALTH -> trade.isFood() || trade.isHealth();
            case DRUG -> trade == Trade.PHARMACY || trade == Trade.DRUG_MAKER;
            case PHARMACY -> trade == Trade.PHARMACY;
            case MAKER -> trade.isMaker();
            case FACTORY -> trade == Trade.FACTORY;
            case COLD_CHAIN -> trade == Trade.PHARMACY || trade == Trade.GROCERY;
            case LIFT -> trade == Trade.MALL || trade == Trade.PROPERTY;
            case EQUIPMENT -> trade.hasEquipment();
        };
    }
}
