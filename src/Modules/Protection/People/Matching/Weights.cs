namespace Amparo.Protection.People.Matching;

/// <summary>What can be found of one field when two records are compared.</summary>
internal enum Finding
{
    GivenSame, GivenSound, GivenNickname, GivenOrder, GivenOneMissing, GivenSlip, GivenOneDiffers, GivenDifferent,
    SurnamesSame, SurnamesSound, SurnamesSwapped, SurnameOneMissing, SurnamesSlip, SurnameOneDiffers, SurnamesDifferent,
    GivenForSurname,
    BirthSame, BirthSwapped, BirthOnePartDiffers, BirthMonthSame, BirthYearSame, BirthAgeFits, BirthYearNear, BirthDifferent,
    SexSame, SexDifferent,
    MotherSame, MotherPartly, MotherDifferent,
    OriginSame, OriginDifferent,
    NationalityShared, NationalityDifferent,
    DocumentShared, DocumentSlip,
}

/// <summary>The fields that are compared, each with the most that it can say for two records being one person.</summary>
internal enum Field { Given, Surnames, Birth, Sex, Mother, Origin, Nationality, Document }

/// <summary>
/// What each finding says for (above zero) or against two records being of one person: the logarithm to the base 2 of how much oftener it
/// is met in one person's two records than in two persons'. Where the numbers are from: docs/decisions/0023.
/// </summary>
internal static class Weights
{
    private static readonly double[] Table = Tabled();

    public static double Of(Finding finding) => Table[(int)finding];

    public static double MostOf(Field field) => field switch
    {
        Field.Given => Of(Finding.GivenSame), Field.Surnames => Of(Finding.SurnamesSame), Field.Birth => Of(Finding.BirthSame), Field.Sex => Of(Finding.SexSame),
        Field.Mother => Of(Finding.MotherSame), Field.Origin => Of(Finding.OriginSame), Field.Nationality => Of(Finding.NationalityShared), _ => Of(Finding.DocumentShared),
    };

    private static double[] Tabled()
    {
        var table = new double[Enum.GetValues<Finding>().Length];
        void Set(Finding finding, double inOne, double inTwo) => table[(int)finding] = Math.Log2(inOne / inTwo);
        Set(Finding.GivenSame, 0.60, 0.0062);
        Set(Finding.GivenSound, 0.07, 0.001);
        Set(Finding.GivenNickname, 0.03, 0.002);
        Set(Finding.GivenOrder, 0.02, 0.0005);
        Set(Finding.GivenOneMissing, 0.10, 0.004);
        Set(Finding.GivenSlip, 0.07, 0.0005);
        Set(Finding.GivenOneDiffers, 0.03, 0.02);
        Set(Finding.GivenDifferent, 0.15, 0.97);
        Set(Finding.SurnamesSame, 0.60, 0.0035);
        Set(Finding.SurnamesSound, 0.07, 0.0006);
        Set(Finding.SurnamesSwapped, 0.03, 0.0003);
        Set(Finding.SurnameOneMissing, 0.08, 0.006);
        Set(Finding.SurnamesSlip, 0.08, 0.0004);
        Set(Finding.SurnameOneDiffers, 0.03, 0.012);
        Set(Finding.SurnamesDifferent, 0.15, 0.98);
        Set(Finding.GivenForSurname, 0.03, 0.0001);
        Set(Finding.BirthSame, 0.80, 0.00015);
        Set(Finding.BirthSwapped, 0.02, 0.00001);
        Set(Finding.BirthOnePartDiffers, 0.05, 0.004);
        Set(Finding.BirthMonthSame, 0.80, 0.0015);
        Set(Finding.BirthYearSame, 0.80, 0.02);
        Set(Finding.BirthAgeFits, 0.80, 0.05);
        Set(Finding.BirthYearNear, 0.07, 0.03);
        Set(Finding.BirthDifferent, 0.06, 0.966);
        Set(Finding.SexSame, 0.98, 0.5);
        Set(Finding.SexDifferent, 0.02, 0.5);
        Set(Finding.MotherSame, 0.70, 0.001);
        Set(Finding.MotherPartly, 0.20, 0.05);
        Set(Finding.MotherDifferent, 0.10, 0.95);
        Set(Finding.OriginSame, 0.75, 0.01);
        Set(Finding.OriginDifferent, 0.25, 0.99);
        Set(Finding.NationalityShared, 0.97, 0.3);
        Set(Finding.NationalityDifferent, 0.03, 0.7);
        Set(Finding.DocumentShared, 0.9, 0.000001);
        Set(Finding.DocumentSlip, 0.05, 0.00001);
        return table;
    }
}
