namespace Microsoft.Azure.Functions.Worker.Local.Queues;

/// <summary>Delays that double, each by a factor from 0.8 to 1.2, from <paramref name="min"/> to <paramref name="max"/>.</summary>
internal sealed class RandomizedBackoff(TimeSpan min, TimeSpan max, Random random)
{
    private TimeSpan _current;
    private int _exponent;

    /// <param name="success">Whether the wait follows something that went well: then it is the shortest again.</param>
    public TimeSpan Next(bool success)
    {
        if (success)
        {
            (_current, _exponent) = (min, 1);
        }
        else if (_current != max)
        {
            var growth = _exponent > 0 ? (0.8 + (0.4 * random.NextDouble())) * Math.Pow(2, _exponent - 1) : 0;
            var next = min + (growth * min);
            (_current, _exponent) = next < max ? (next, _exponent + 1) : (max, _exponent);
        }

        return _current;
    }
}
