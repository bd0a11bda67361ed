using System.Globalization;

namespace ShipBy.Pages.Wording;

/// <summary>English, in the terms of Ozon's seller cabinet.</summary>
internal static class English
{
    private static readonly string[] Days = ["", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    private static readonly string[] Months = ["", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    public static Words Words { get; } = new()
    {
        Language = "en",
        Numbers = new NumberFormatInfo { NumberGroupSeparator = ",", NumberDecimalSeparator = "." },
        Time = new TimeWords("d", "h", "min", "s", UnitGap: "\u00A0", PartGap: " ")
        {
            Left = time => $"{time} left",
            Overdue = time => $"{time} overdue",
            NoDeadline = "no deadline set",
            Ago = time => $"{time} ago",
            RungBefore = time => $"{time} before",
            RungOverdue = "overdue",
            Moment = at => string.Create(CultureInfo.InvariantCulture, $"{Days[(int)at.DayOfWeek]} {at.Day} {Months[at.Month]}, {at:HH:mm}"),
        },
        Orders = new OrderWords
        {
            Shipment = "Shipment",
            Shipments = Shipments,
            Pending = "stock is being checked",
            Held = "stock is held",
            OutOfStock = missing => missing > 0 ? $"out of stock: {missing} missing" : "out of stock",
            SetAside = "needs your decision",
            Shipped = "handed over",
            Cancelled = "cancelled",
            Statuses = new Dictionary<string, string>
            {
                ["awaiting_registration"] = "Awaiting registration",
                ["acceptance_in_progress"] = "Acceptance in progress",
                ["awaiting_approve"] = "Awaiting confirmation",
                ["awaiting_verification"] = "Being verified",
                ["awaiting_packaging"] = "Awaiting packaging",
                ["awaiting_deliver"] = "Awaiting shipment",
                ["arbitration"] = "Arbitration",
                ["client_arbitration"] = "Customer arbitration",
                ["delivering"] = "Delivering",
                ["driver_pickup"] = "With the driver",
                ["delivered"] = "Delivered",
                ["cancelled"] = "Cancelled",
                ["not_accepted"] = "Not accepted at sorting",
                ["sent_by_seller"] = "Sent by the seller",
            },
        },
        Letter = new LetterWords
        {
            WarningSubject = (time, number, more) => more == 0 ? $"{time}: {number}" : $"{time}: {number} and {more} more {(more == 1 ? "shipment" : "shipments")}",
            ProblemSubject = (subject, more) => more == 0 ? $"Needs your decision: {subject}" : $"Needs your decision: {subject} and {more} more",
            NothingSubject = "ShipBy: no news",
            MaybeRepeatedMark = "possibly repeated",
            MaybeRepeated = "You may have received this mail already: the mail service did not say whether the first one arrived, so it was sent again.",
            WarningHeading = shipments => $"Hand over to delivery: {shipments}",
            ProblemHeading = "Needs your decision",
            Cost = "A late hand-over counts in the error index, may be charged for, and the shipment may be cancelled.",
            OpenDesk = "Open and acknowledge",
            NoAddress = "Set ShipBy__PublicUrl to get a link to the page here.",
            DeadlineColumn = "Deadline",
            ShipmentColumn = "Shipment",
            Deadline = "by",
            More = count => $"And {count} more: see the page.",
            Footer = (at, zone) => $"Written {at}. Shop time: {zone}.",
            HowToSilence = "Acknowledge a shipment on the page, and its reminders stay silent until the last one before the deadline.",
        },
        Today = new TodayWords
        {
            Title = "Today",
            AsOf = (at, zone) => $"{at} · {zone}",
            SkipToOrders = "Skip to the shipments",
            Open = "Open",
            Overdue = "Overdue",
            OutOfStock = "Out of stock",
            SetAside = "To decide",
            ShippedToday = "Handed over today",
            MailsToday = "Mails today",
            OverdueHeading = "Overdue",
            SoonHeading = "Next 24 hours",
            LaterHeading = "Later",
            NoDeadlineHeading = "No deadline set",
            HandOverBy = "Hand over by",
            Warned = "Warnings",
            NotWarned = "none yet",
            Carrier = "Delivery service",
            Reason = "Reason",
            Acknowledge = "I am on it",
            Acknowledged = (by, until) => $"{by}: on it. Silent until {until}",
            Gone = "That shipment is no longer open. Nothing was changed.",
            Problems = "Needs attention",
            Shops = "Shops",
            LastRead = (at, ago) => $"read {at} ({ago})",
            NeverRead = "not read yet",
            EmptyHeading = "No open shipments",
            Empty = "New ones appear here by themselves once the shop has been read.",
            NoContact = "No mails are sent: put an address into the setting ShipBy__Contact.",
            More = shipments => $"And {shipments} more with a later deadline.",
        },
        Enter = new EnterWords
        {
            Title = "Enter",
            ByTicket = "The one-time link is good. Press the button to stay signed in for 30 days in this browser.",
            ByKey = "Paste the desk key, or open a one-time link.",
            Key = "Desk key",
            Name = "Your name",
            NameHint = "Shown beside the shipments that you acknowledge. Optional.",
            Enter = "Enter",
            TryAgain = "I have entered before: open the page",
            HowToGetALink = "The command shipby prints the link; the key is the setting ShipBy__DeskKey.",
            TicketExpired = "This link has expired: it is good for 15 minutes. Get a new one.",
            TicketUsed = "This link was used already. It works once: get a new one.",
            TicketWrong = "This link does not fit this page. Copy all of it, or get a new one.",
            KeyWrong = "The key does not fit. Copy all of the setting ShipBy__DeskKey.",
            FormExpired = "The page was out of date; nothing was changed. Open it again and repeat.",
            ClosedTitle = "The page is closed",
            ClosedWithoutKey = "To open it, set ShipBy__DeskKey: at least 16 random characters.",
            ClosedByShortKey = "The setting ShipBy__DeskKey is too short: at least 16 random characters are needed.",
            Somebody = "From the page",
        },
    };

    private static string Shipments(int count) => count == 1 ? "1 shipment" : $"{count} shipments";
}
