using System.Globalization;

namespace ShipBy.Pages.Wording;

/// <summary>Russian, in the terms of Ozon's seller cabinet.</summary>
internal static class Russian
{
    private static readonly string[] Days = ["", "пн", "вт", "ср", "чт", "пт", "сб", "вс"];

    private static readonly string[] Months = ["", "янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"];

    public static Words Words { get; } = new()
    {
        Language = "ru",
        Numbers = new NumberFormatInfo { NumberGroupSeparator = "\u00A0", NumberDecimalSeparator = "," },
        Time = new TimeWords("д", "ч", "мин", "с", UnitGap: "\u00A0", PartGap: " ")
        {
            Left = time => $"осталось {time}",
            Overdue = time => $"просрочено на {time}",
            NoDeadline = "срок не назначен",
            Ago = time => $"{time} назад",
            RungBefore = time => $"за {time}",
            RungOverdue = "просрочено",
            Moment = at => string.Create(CultureInfo.InvariantCulture, $"{Days[(int)at.DayOfWeek]} {at.Day} {Months[at.Month]}, {at:HH:mm}"),
        },
        Orders = new OrderWords
        {
            Shipment = "Отправление",
            Shipments = count => $"{count} {Plural(count, "отправление", "отправления", "отправлений")}",
            Pending = "остаток проверяется",
            Held = "товар зарезервирован",
            OutOfStock = missing => missing > 0 ? $"нет в наличии: не хватает {missing} шт." : "нет в наличии",
            SetAside = "нужно ваше решение",
            Shipped = "передано в доставку",
            Cancelled = "отменено",
            Statuses = new Dictionary<string, string>
            {
                ["awaiting_registration"] = "Ожидает регистрации",
                ["acceptance_in_progress"] = "Идёт приёмка",
                ["awaiting_approve"] = "Ожидает подтверждения",
                ["awaiting_verification"] = "Проверяется",
                ["awaiting_packaging"] = "Ожидает сборки",
                ["awaiting_deliver"] = "Ожидает отгрузки",
                ["arbitration"] = "Арбитраж",
                ["client_arbitration"] = "Клиентский арбитраж",
                ["delivering"] = "Доставляется",
                ["driver_pickup"] = "У водителя",
                ["delivered"] = "Доставлено",
                ["cancelled"] = "Отменено",
                ["not_accepted"] = "Не принято на сортировке",
                ["sent_by_seller"] = "Отправлено продавцом",
            },
        },
        Letter = new LetterWords
        {
            WarningSubject = (time, number, more) => more == 0
                ? $"{Sentence(time)}: {number}"
                : $"{Sentence(time)}: {number} и ещё {more} {Plural(more, "отправление", "отправления", "отправлений")}",
            ProblemSubject = (subject, more) => more == 0 ? $"Нужно ваше решение: {subject}" : $"Нужно ваше решение: {subject} и ещё {more}",
            NothingSubject = "ShipBy: нет новостей",
            MaybeRepeatedMark = "возможно, повтор",
            MaybeRepeated = "Возможно, вы уже получили это письмо: почтовая служба не ответила, дошло ли первое. Поэтому оно отправлено ещё раз.",
            WarningHeading = shipments => $"Передайте в доставку: {shipments}",
            ProblemHeading = "Нужно ваше решение",
            Cost = "Опоздание с передачей портит индекс ошибок, за него могут списать деньги, а отправление могут отменить.",
            OpenDesk = "Открыть и подтвердить",
            NoAddress = "Чтобы здесь была ссылка на страницу, укажите в настройках ShipBy__PublicUrl.",
            DeadlineColumn = "Срок",
            ShipmentColumn = "Отправление",
            Deadline = "до",
            More = count => $"И ещё {count} — все на странице.",
            Footer = (at, zone) => $"Составлено {at}. Время магазина: {zone}.",
            HowToSilence = "Подтвердите отправление на странице, и напоминания о нём замолчат до последнего перед сроком.",
        },
        Today = new TodayWords
        {
            Title = "Сегодня",
            AsOf = (at, zone) => $"{at} · {zone}",
            SkipToOrders = "К отправлениям",
            Open = "Открыто",
            Overdue = "Просрочено",
            OutOfStock = "Нет в наличии",
            SetAside = "Ждут решения",
            ShippedToday = "Передано сегодня",
            MailsToday = "Писем сегодня",
            OverdueHeading = "Просрочено",
            SoonHeading = "Ближайшие 24 часа",
            LaterHeading = "Позже",
            NoDeadlineHeading = "Срок не назначен",
            HandOverBy = "Передать до",
            Warned = "Предупреждения",
            NotWarned = "ещё не было",
            Carrier = "Служба доставки",
            Reason = "Причина",
            Acknowledge = "Вижу, занимаюсь",
            Acknowledged = (by, until) => $"{by}: занимаюсь. Тихо до {until}",
            Gone = "Этого отправления уже нет среди открытых. Ничего не изменено.",
            Problems = "Требует внимания",
            Shops = "Магазины",
            LastRead = (at, ago) => $"прочитан {at} ({ago})",
            NeverRead = "ещё ни разу не прочитан",
            EmptyHeading = "Открытых отправлений нет",
            Empty = "Новые появятся здесь сами, как только магазин будет прочитан.",
            NoContact = "Письма никуда не отправляются: укажите адрес в настройке ShipBy__Contact.",
            More = shipments => $"И ещё {shipments} с более поздним сроком.",
        },
        Enter = new EnterWords
        {
            Title = "Вход",
            ByTicket = "Одноразовая ссылка принята. Нажмите кнопку, чтобы войти в этом браузере на 30 дней.",
            ByKey = "Вставьте ключ страницы или откройте одноразовую ссылку.",
            Key = "Ключ страницы",
            Name = "Ваше имя",
            NameHint = "Его увидят рядом с подтверждёнными отправлениями. Можно не указывать.",
            Enter = "Войти",
            TryAgain = "Я уже входил: открыть страницу",
            HowToGetALink = "Ссылку печатает команда shipby, ключ — это настройка ShipBy__DeskKey.",
            TicketExpired = "Срок этой ссылки истёк: она действует 15 минут. Получите новую.",
            TicketUsed = "Этой ссылкой уже вошли. Она одноразовая: получите новую.",
            TicketWrong = "Эта ссылка не подходит к этой странице. Скопируйте её целиком или получите новую.",
            KeyWrong = "Ключ не подходит. Скопируйте его из настройки ShipBy__DeskKey целиком.",
            FormExpired = "Страница устарела, ничего не изменено. Откройте её заново и повторите.",
            ClosedTitle = "Страница закрыта",
            ClosedWithoutKey = "Чтобы открыть её, задайте настройку ShipBy__DeskKey: не меньше 16 случайных знаков.",
            ClosedByShortKey = "Настройка ShipBy__DeskKey слишком короткая: нужно не меньше 16 случайных знаков.",
            Somebody = "Со страницы",
        },
    };

    /// <summary>1, 21, 101 отправление; 2-4, 22 отправления; 0, 5-20, 111 отправлений.</summary>
    private static string Plural(int count, string one, string few, string many) => (count % 10, count % 100) switch
    {
        (1, not 11) => one,
        (2 or 3 or 4, not (12 or 13 or 14)) => few,
        _ => many,
    };

    private static string Sentence(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
